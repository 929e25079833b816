// Logs what a person asks for.
import { letter } from '#letters/letter.ts';
import { deadlineOf, forwardByOf } from '#requests/clocks.ts';
import { demandRequest, requestPathReads } from '#requests/demand-request.ts';
import { demandReceivedAt } from '#requests/received-at.ts';
import type { requestRoutes } from '#requests/routes.ts';
import { KEPT_DAYS, type RequestInput } from '#requests/schema.ts';
import { showReceipt } from '#requests/show-request.ts';
import { newRequest, type RequestContent } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import type { Reply } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Request, UseCase } from '#shared/use-case.ts';

type CreateSubjectRequest = (typeof requestRoutes)['createSubjectRequest'];

/**
 * Costs one batch read of 2 units (membership, client) and one transaction: 4 units for the record and its key (2 for each KB
 * more), 2 for the letter to the officers, 2 with an Idempotency-Key, 3 for the indexes; and 3 for the audit. A replay reads the request once (2
 * units).
 */
export const createSubjectRequest: UseCase<CreateSubjectRequest> = {
  async run(app, request) {
    const { params, body, caller } = request;
    const nowMs = app.clock.nowMs();
    demandReceivedAt(body.receivedAt, nowMs);
    const logged = asLogged(app.newId('request'), params.clientId, body, caller, nowMs);
    const { writes, keys } = newRequest(logged);
    const identity = requestIdentity('createSubjectRequest', params.clientId, request);
    const remembered = { recordId: logged.id, bodyMac: bodyMac(keys.stableKey, body) };
    const remember = identity ? [await rememberRequest(app, identity, remembered)] : [];
    const { id: refId, clientId, state, forwardBy } = logged;
    const day = state === 'received' ? { day: forwardBy } : {};
    const told = letter(app, { clientId, to: 'officers', about: 'requestReceived', refId, ...day });
    try {
      await app.db.commit([...writes, ...remember, ...told]);
    } catch (error) {
      const earlier = rememberedBy(error, writes.length);
      if (earlier) return replay(app, request, earlier);
      throw error;
    }
    return { status: 201, body: showReceipt(logged, nowMs) };
  },
};

/** Our own, and what the client has logged or told us of itself, need not be forwarded. */
const isKnownToController = (clientId: string, { by }: RequestInput, { role }: Caller): boolean =>
  clientId === SERVICE || by === 'client' || role === 'clientAdmin';

function asLogged(id: string, clientId: string, body: RequestInput, caller: Caller, nowMs: number): RequestContent {
  const receivedAtMs = body.receivedAt ?? nowMs;
  const { kind, by, language, who, text, contact } = body;
  return {
    id,
    clientId,
    version: 1,
    kind,
    by,
    language,
    loggedBy: caller.id,
    loggedAtMs: nowMs,
    receivedAtMs,
    forwardBy: forwardByOf(receivedAtMs),
    deadline: deadlineOf(receivedAtMs),
    ...(isKnownToController(clientId, body, caller)
      ? { state: 'forwarded' as const, forwardedAtMs: nowMs }
      : { state: 'received' as const }),
    keepDays: KEPT_DAYS.usual,
    remindedAtMs: 0,
    value: { who, text, contact, notes: null, identityNote: null, instructionText: null, closingText: null },
  };
}

async function replay(
  app: App,
  { params: { clientId }, body }: Request<CreateSubjectRequest>,
  { recordId: requestId, bodyMac: mac }: Remembered,
): Promise<Reply<CreateSubjectRequest>> {
  const nowMs = app.clock.nowMs();
  const path = { clientId, requestId };
  const request = demandRequest(await app.db.read(requestPathReads(path)), path, nowMs);
  demandSameBody(request.keys.stableKey, body, mac);
  return { status: 201, body: showReceipt(request, nowMs) };
}
