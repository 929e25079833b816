// The ladder of a plan: which steps an addressee's wishes come to, in order, and what stands in where they reach nobody.
import type { Channel } from '#deliveries/schema.ts';

/** Whom a step goes to: the person, a colleague of the same client, or the client's general inbox. */
type StepTo = 'self' | 'generalInbox' | { readonly staffId: string };

export interface Step {
  channels: readonly Channel[];
  /** Of the person's own addresses and numbers; none: the first of each kind. */
  contacts?: readonly string[] | undefined;
  /** How long an urgent message waits for an outcome. */
  waitMinutes?: number | undefined;
  /** Absent: the person. */
  to?: StepTo | undefined;
}

export interface Wishes {
  normal: readonly Step[];
  urgent: readonly Step[];
}

const everyChannel: readonly Channel[] = ['email', 'sms'];
const ownFirst: Step = { channels: everyChannel };
const generalInbox: Step = { channels: everyChannel, to: 'generalInbox' };

export interface Ladder {
  steps: readonly Step[];
  /** How many of them are wished. The others stand in, and only where no wished one reaches anybody. */
  wished: number;
}

/**
 * Urgent messages go by the steps for urgent ones, where there are any. Without wishes: the own first addresses, then the
 * general inbox. Where wishes reach nobody an own address comes before the inbox of all.
 */
export function ladderOf(wishes: Wishes | null, urgent: boolean): Ladder {
  const { normal = [], urgent: whenUrgent = [] } = wishes ?? {};
  const byUrgency = urgent && whenUrgent.length > 0 ? [...whenUrgent] : [];
  const wished = byUrgency.length > 0 ? byUrgency : [...normal];
  if (wished.length === 0) return { steps: [ownFirst, generalInbox], wished: 2 };
  const standIns = [...(byUrgency.length > 0 ? normal : []), ownFirst, generalInbox];
  return { steps: [...wished, ...standIns], wished: wished.length };
}
