// What to tell a caller now, and which rule says so: pure, from what has been read.
import type { OpenedAnswering } from '#clients/answering.ts';
import type { OpenedClient } from '#clients/store.ts';
import type { WonRule } from '#messages/answer-reference.ts';
import type { Language } from '#shared/fields.ts';
import type { OpenedStaff } from '#staff/store.ts';

export interface RuleRef extends WonRule {
  /** What people call the rule. */
  name: string | null;
}

export interface Answer {
  words: string;
  why: RuleRef;
  /** When the rule that won ends by itself; null: not of itself. */
  untilMs: number | null;
}

export interface Question {
  nowMs: number;
  language: Language;
  client: OpenedClient;
  answering: OpenedAnswering | undefined;
  staff?: OpenedStaff | undefined;
  /** The called number: rules that are bound to another do not hold. */
  line?: string | undefined;
}
