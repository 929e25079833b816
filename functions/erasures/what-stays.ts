// What an erasure leaves on purpose and until when, and what it cannot reach: told before it is confirmed, and certified after.
import type { KeptKind } from '#erasures/codes.ts';
import type { Kept, OutOfReach } from '#erasures/schema.ts';
import { type ErasureRecord, KEPT_YEARS } from '#erasures/store.ts';
import { rfc3339 } from '#shared/clock.ts';

const DAY_MS = 24 * 60 * 60_000;
/** In days, as in the register of stores. */
const keptDays = { audit: 731, tombstones: 366, evidence: 732 } as const;

const dayAfter = (ms: number, days: number): string => rfc3339(ms + days * DAY_MS).slice(0, 10);
const dayAfterYears = (ms: number, years: number): string => {
  const day = rfc3339(ms).slice(0, 10);
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-03-01');
};

/** @param nowMs when it is done, or as if it were done now. */
export function keptOf({ what, messages, counted, begun }: ErasureRecord, nowMs: number): Kept {
  const stays = (kind: KeptKind, until: string | null, count: number | null = null) => ({ kind, count, until });
  const proof = [
    stays('erasures', dayAfterYears(nowMs, KEPT_YEARS)),
    stays('certificates', dayAfterYears(nowMs, KEPT_YEARS)),
    stays('audit', dayAfter(nowMs, keptDays.audit)),
    stays('tombstones', dayAfter(nowMs, keptDays.tombstones)),
    stays('evidence', dayAfter(nowMs, keptDays.evidence)),
  ];
  const { usersElsewhere = 0 } = begun ?? counted ?? {};
  const users = usersElsewhere > 0 ? [stays('usersElsewhere', null, usersElsewhere)] : [];
  switch (what) {
    case 'message':
      return proof;
    case 'person':
      return [stays('requests', null), ...users, ...proof];
    case 'register':
      return [stays('client', null), ...(messages === 'keep' ? [stays('messages', null)] : []), ...users, ...proof];
    case 'client':
      return [
        stays('agreements', dayAfterYears(nowMs, KEPT_YEARS)),
        stays('requests', null),
        stays('months', dayAfterYears(nowMs, KEPT_YEARS)),
        ...users,
        ...proof,
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
