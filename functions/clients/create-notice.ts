// Writes a notice to the operators who answer for a client.
import {
  answeringOrNone,
  answeringReads,
  changedAnswering,
  currentNotices,
  openAnswering,
} from '#clients/answering.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import { NOTICES_MAX, type Notice } from '#clients/answering-schema.ts';
import { longestEnd, wrongEnd } from '#clients/notice-end.ts';
import { showNotice } from '#clients/show-answering.ts';
import { currentContent } from '#clients/write-answering.ts';
import type { App } from '#shared/app.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  recallRefused,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { type Request, StaleReadError, type UseCase } from '#shared/use-case.ts';

type CreateNotice = (typeof answeringRoutes)['createNotice'];

/**
 * Costs one batch read of 4 units (membership, client, record and key) and one transaction of 8: record, key, index and
 * witness (2 for each KB more), 2 more with an Idempotency-Key. A replay reads the record once (2 units), and where it would be refused
 * by now the remembered request before that (1 unit).
 */
export const createNotice: UseCase<CreateNotice> = {
  reads: ({ params }) => answeringReads(params.clientId),

  async run(app, request) {
    const { params, body, caller, found } = request;
    const nowMs = app.clock.nowMs();
    const { keys: known, ...before } = answeringOrNone(found, params.clientId);
    const identity = requestIdentity('createNotice', params.clientId, request);
    const notices = currentNotices(before.value.notices, nowMs);
    const refusal = refusalOf(body.until, notices.length, nowMs);
    if (refusal) return replay(app, request, await recallRefused(app, identity, refusal));

    const notice: Notice = {
      id: app.newId('notice'),
      text: body.text,
      by: caller.id,
      createdAtMs: nowMs,
      untilMs: body.until ?? longestEnd(nowMs),
    };
    const value = { ...before.value, notices: [...notices, notice] };
    const { writes, keys } = changedAnswering(currentContent({ ...before, value, updatedAtMs: nowMs }), known);
    const remembered = { recordId: notice.id, bodyMac: bodyMac(keys.stableKey, body) };
    const remember = identity ? [await rememberRequest(app, identity, remembered)] : [];
    try {
      await app.db.commit([...writes, ...remember], notice.id);
    } catch (error) {
      const earlier = rememberedBy(error, writes.length);
      if (earlier) return replay(app, request, earlier);
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    return { status: 201, body: showNotice(notice) };
  },
};

/** A value, because a post that was taken before is answered all the same. */
function refusalOf(untilMs: number | undefined, standing: number, nowMs: number): Problem | undefined {
  const errors = wrongEnd(untilMs, nowMs);
  if (errors.length > 0) return new Problem('invalid-request', { errors });
  return standing >= NOTICES_MAX ? new Problem('too-many-notices') : undefined;
}

async function replay(
  app: App,
  { params: { clientId }, body }: Request<CreateNotice>,
  { recordId, bodyMac: mac }: Remembered,
): Promise<Reply<CreateNotice>> {
  const answering = openAnswering(await app.db.read(answeringReads(clientId)), clientId);
  if (!answering) throw new Problem('erased');
  demandSameBody(answering.keys.stableKey, body, mac);
  const notice = currentNotices(answering.value.notices, app.clock.nowMs()).find(({ id }) => id === recordId);
  if (!notice) throw new Problem('erased');
  return { status: 201, body: showNotice(notice) };
}
