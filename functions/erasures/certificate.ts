// The certificate of an erasure as text: canonical JSON, so that whoever signs it twice signs the same bytes.

import { CERTIFICATE_VERSION, type Certificate } from '#erasures/schema.ts';
import { showInstruction, showTally } from '#erasures/show-erasure.ts';
import type { ErasureRecord } from '#erasures/store.ts';
import { keptOf, outOfReachOf } from '#erasures/what-stays.ts';
import { rfc3339 } from '#shared/clock.ts';

/** Names in their order, no spaces: what RFC 8785 makes of texts, whole numbers, lists and nulls. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const sorted = fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/** Of the erasure log, when it was issued. */
export type LastClosed = Certificate['erasureLog']['after'];

const DAY_MS = 24 * 60 * 60_000;
/** A sweep tells the evidence of it by then: what goes just before midnight may stand in the next day. */
const TOLD_WITHIN_MS = 30 * 60_000;

/** Of UTC, as the log has them. */
function daysBetween(fromMs: number, toMs: number): string[] {
  const days: string[] = [];
  for (let ms = fromMs; ; ms += DAY_MS) {
    const day = rfc3339(Math.min(ms, toMs)).slice(0, 10);
    if (!days.includes(day)) days.push(day);
    if (ms >= toMs) return days;
  }
}

function leftOf({ left = {} }: ErasureRecord): Certificate['left'] {
  const counts = new Map<string, Certificate['left'][number]>();
  for (const [id, because] of Object.entries(left)) {
    const [store = ''] = id.split('#');
    const key = `${store} ${because}`;
    counts.set(key, { store, because, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** @param erasure whose erasing has come through at `nowMs`. */
export function certificateOf(erasure: ErasureRecord, nowMs: number, after: LastClosed): Certificate {
  const fromMs = erasure.confirmedAtMs ?? erasure.askedAtMs;
  return {
    version: CERTIFICATE_VERSION,
    certificateId: erasure.certificateId,
    erasureId: erasure.id,
    clientId: erasure.clientId,
    what: erasure.what,
    why: erasure.why,
    requestId: erasure.requestId ?? null,
    messageId: erasure.messageId ?? null,
    instruction: showInstruction(erasure),
    askedAs: erasure.askedAs,
    confirmedAs: erasure.confirmedAs ?? null,
    askedAt: rfc3339(erasure.askedAtMs),
    from: rfc3339(fromMs),
    to: rfc3339(nowMs),
    method: 'records deleted and keys destroyed',
    erased: showTally(erasure.begun?.counts),
    left: leftOf(erasure),
    kept: keptOf(erasure, nowMs),
    months: erasure.what === 'client' ? (erasure.begun?.months ?? []) : [],
    outOfReach: outOfReachOf(erasure),
    erasureLog: { days: daysBetween(fromMs, nowMs + TOLD_WITHIN_MS), after },
    issuedAt: rfc3339(nowMs),
  };
}
