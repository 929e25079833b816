// What an erasure leaves on purpose and until when, and what it cannot reach: told before it is confirmed, and certified after.
import type { KeptKind } from '#erasures/codes.ts';
import { keptUntilMs } from '#erasures/kept-years.ts';
import type { Kept, OutOfReach } from '#erasures/schema.ts';
import type { ErasureRecord } from '#erasures/store.ts';
import { rfc3339 } from '#shared/clock.ts';

const DAY_MS = 24 * 60 * 60_000;
/** In days, as in the register of stores. */
const keptDays = { audit: 731, tombstones: 366, evidence: 732, jobs: 30 } as const;

const dayAfter = (ms: number, days: number): string => rfc3339(ms + days * DAY_MS).slice(0, 10);
const dayAfterYears = (ms: number): string => rfc3339(keptUntilMs(ms)).slice(0, 10);

/** @param nowMs when it is done, or as if it were done now. */
export function keptOf(erasure: ErasureRecord, nowMs: number): Kept {
  const { what, messages, counted, begun, ownRecordsGo = what !== 'person' } = erasure;
  const stays = (kind: KeptKind, until: string | null, count: number | null = null) => ({ kind, count, until });
  const proof = [
    stays('erasures', dayAfterYears(nowMs)),
    stays('certificates', dayAfterYears(nowMs)),
    stays('audit', dayAfter(nowMs, keptDays.audit)),
    stays('tombstones', dayAfter(nowMs, keptDays.tombstones)),
    stays('evidence', dayAfter(nowMs, keptDays.evidence)),
  ];
  const ofJobs = stays('jobs', dayAfter(nowMs, keptDays.jobs));
  // A person's accounts are counted again when they go, and that is last.
  const { usersElsewhere = 0 } = (ownRecordsGo ? begun : undefined) ?? counted ?? {};
  const users = usersElsewhere > 0 ? [stays('usersElsewhere', null, usersElsewhere)] : [];
  const { agreements = 0 } = begun ?? counted ?? {};
  const signed = agreements > 0 ? [stays('agreements', null, agreements)] : [];
  switch (what) {
    case 'message':
      return proof;
    case 'person':
      return [...signed, stays('requests', null), ...users, ...proof, ofJobs];
    case 'register':
      return [
        stays('client', null),
        // Whoever signed one may have been of the staff.
        stays('agreements', null),
        ...(messages === 'keep' ? [stays('messages', null)] : []),
        ...users,
        ...proof,
        ofJobs,
      ];
    case 'client':
      return [
        stays('agreements', dayAfterYears(nowMs)),
        stays('requests', null),
        stays('months', dayAfterYears(nowMs)),
        ...users,
        ...proof,
        ofJobs,
      ];
  }
}

/** Copies at the most: not every delivery has arrived, and whoever has one may have made others. */
export function outOfReachOf({ what, messages, counted, begun }: ErasureRecord): OutOfReach {
  const { counts } = begun ?? counted ?? {};
  const hasMessages = what !== 'register' || messages === 'erase';
  const sent: OutOfReach = hasMessages ? [{ place: 'recipients', copies: counts?.deliveries ?? null }] : [];
  const ofRegister: OutOfReach =
    what === 'message'
      ? []
      : [
          { place: 'suppressionList', copies: null },
          { place: 'keysRecovery', copies: null },
        ];
  return [...sent, { place: 'callersOfTheApi', copies: null }, { place: 'downloads', copies: null }, ...ofRegister];
}
