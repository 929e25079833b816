// What a person is answered, in both languages: the pieces, and what each may be filled with.
import type { ExtensionReason, Outcome, RequestKind } from '#requests/codes.ts';

export interface ClosingFacts {
  /** Whose answer it is; null: ours. */
  controller: string | null;
  /** Days in words. */
  received: string;
  deadline: string;
  keepDays: number;
  /** Of a refusal. */
  reason: string | null;
}

/** Outcomes that are answered. */
type AnsweredOutcome = Exclude<Outcome, 'mistaken'>;

export interface ClosingWords {
  asked: Readonly<Record<RequestKind, string>>;
  opening(ask: string, facts: ClosingFacts): string;
  carriedOut: Readonly<Record<RequestKind, (isService: boolean) => string>>;
  others: Readonly<Record<Exclude<AnsweredOutcome, 'carriedOut'>, (facts: ClosingFacts) => string>>;
  extended(why: ExtensionReason, facts: ClosingFacts): string;
  complaint: string;
  kept(facts: ClosingFacts): string;
  regards: string;
}
