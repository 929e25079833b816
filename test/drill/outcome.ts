// What a drill has come to, and a line of its verdict.
import type { JournalEntry } from '#restore/app.ts';
import type { Item } from '#shared/found.ts';
import type { Seen } from '#test/drill/look.ts';
import type { Since } from '#test/drill/since.ts';
import type { Then } from '#test/drill/then.ts';
import type { Traffic } from '#test/drill/traffic.ts';

export interface Line {
  what: string;
  atT: number;
  changedSince: number;
  erasedSince: number;
  opened: number;
  notOpened: number;
  sends: number;
  /** What does not hold; empty where all does. */
  faults: string[];
}

export interface Outcome {
  then: Then;
  since: Since;
  seenThen: Seen;
  seenNow: Seen;
  /** Every item of the restored table, after the traffic. */
  records: readonly Item[];
  journal: readonly JournalEntry[];
  traffic: Traffic;
  lists: readonly { route: string; status: number }[];
  /** How it was answered to make anew what came after T: a user, machine clients. */
  madeAgain: readonly number[];
}

export const nothing = { atT: 0, changedSince: 0, erasedSince: 0, opened: 0, notOpened: 0, sends: 0 };
