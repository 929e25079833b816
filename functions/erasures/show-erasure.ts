// An erasure as the API gives it.
import { type ErasedKind, erasedKinds } from '#erasures/codes.ts';
import { mayConfirm } from '#erasures/may-confirm.ts';
import type { Counts, Erasure, ErasureRow, LeftByHand } from '#erasures/schema.ts';
import type { ErasureRecord, Tally } from '#erasures/store.ts';
import { keptOf, outOfReachOf } from '#erasures/what-stays.ts';
import type { Job } from '#jobs/job.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';

const orNull = (ms: number | undefined) => (ms === undefined ? null : rfc3339(ms));

export const showRow = (erasure: ErasureRecord): ErasureRow => ({
  id: erasure.id,
  clientId: erasure.clientId,
  what: erasure.what,
  why: erasure.why,
  state: erasure.state,
  requestId: erasure.requestId ?? null,
  messageId: erasure.messageId ?? null,
  messages: erasure.messages ?? null,
  askedBy: erasure.askedBy,
  askedAt: rfc3339(erasure.askedAtMs),
  confirmedBy: erasure.confirmedBy ?? null,
  confirmedAt: orNull(erasure.confirmedAtMs),
  doneAt: orNull(erasure.doneAtMs),
  withdrawn: erasure.withdrawn ? { at: rfc3339(erasure.withdrawn.atMs), because: erasure.withdrawn.because } : null,
  certificateId: erasure.state === 'done' ? erasure.certificateId : null,
});

export function showInstruction({ instruction }: ErasureRecord): Erasure['instruction'] {
  if (!instruction) return null;
  const { atMs, given, as } = instruction;
  return { at: rfc3339(atMs), given, as };
}

/** In the order of the codes, without what there is none of. */
export const showTally = (tally: Tally = {}): Counts =>
  erasedKinds.flatMap((kind: ErasedKind) => (tally[kind] ? [{ kind, count: tally[kind] }] : []));

function showByHand({ byHand = [], left = {} }: ErasureRecord): LeftByHand[] {
  const ids = [...new Set([...byHand, ...Object.keys(left)])].sort();
  return ids.map((id) => {
    const [store = '', recordId = ''] = id.split('#');
    return { id, store, recordId, because: left[id] ?? null };
  });
}

interface Viewer {
  caller: Pick<Caller, 'id' | 'role'>;
  nowMs: number;
  job: Job | undefined;
}

export function showErasure(erasure: ErasureRecord, { caller, nowMs, job }: Viewer): Erasure {
  const { counted, begun, doneAtMs } = erasure;
  const isUnderWay = erasure.state === 'counting' || erasure.state === 'running';
  return {
    ...showRow(erasure),
    instruction: showInstruction(erasure),
    counted: counted ? { at: rfc3339(counted.atMs), counts: showTally(counted.counts) } : null,
    erased: erasure.state === 'done' ? showTally(begun?.counts) : [],
    kept: keptOf(erasure, doneAtMs ?? nowMs),
    outOfReach: outOfReachOf(erasure),
    months: erasure.what === 'client' ? ((begun ?? counted)?.months ?? []) : [],
    byHand: showByHand(erasure),
    progress: job && isUnderWay ? { state: job.state, done: job.done, total: job.total ?? null } : null,
    mayConfirm: mayConfirm(erasure, caller),
  };
}
