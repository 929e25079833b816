// Saving what was changed: only the fields that differ go, and where somebody was faster both changes are put together.

import { type Clash, changedFields, mergeChanges } from '#web/api/merge-changes.ts';
import type { Failure, Found, Outcome } from '#web/api/outcome.ts';

/** What is being changed: as it was when that began, as it is meant to be, and the version that it began from. */
export interface Begun<T> {
  base: T;
  mine: T;
  etag: string;
}

export type Saved<T> =
  | { kind: 'saved'; isMerged: boolean }
  /** `mine` with what they alone have changed. */
  | { kind: 'clash'; clashes: Clash[]; mine: T; theirs: T; etag: string }
  | { kind: 'refused'; failure: Failure; begun: Begun<T> };

export interface Ways<T> {
  /** `mine`: all of it, for whoever sends more than what differs. */
  send: (changes: Partial<T>, etag: string, mine: T) => Promise<Outcome<unknown>>;
  readAgain: () => Promise<Outcome<{ value: T; etag: string }>>;
}

/** Whoever is slower each time is not the one to try for ever. */
const TRIES = 3;

export async function saveChanges<T extends object>(first: Begun<T>, { send, readAgain }: Ways<T>): Promise<Saved<T>> {
  let begun = first;
  for (let tries = 1; ; tries++) {
    const changes = changedFields(begun.base, begun.mine);
    if (Object.keys(changes).length === 0) return { kind: 'saved', isMerged: begun !== first };
    const sent = await send(changes, begun.etag, begun.mine);
    if (sent.kind === 'ok') return { kind: 'saved', isMerged: begun !== first };
    if (!isStale(sent) || tries === TRIES) return { kind: 'refused', failure: sent, begun };
    const read = await readAgain();
    if (read.kind !== 'ok') return { kind: 'refused', failure: read, begun };
    const { value: theirs, etag } = read.value;
    const { value: mine, clashes } = mergeChanges(begun.base, begun.mine, theirs);
    if (clashes.length > 0) return { kind: 'clash', clashes, mine, theirs, etag };
    begun = { base: theirs, mine, etag };
  }
}

const isStale = (outcome: Exclude<Outcome<unknown>, Found<unknown>>): boolean =>
  outcome.kind === 'problem' && outcome.code === 'version-conflict';
