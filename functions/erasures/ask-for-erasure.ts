// Asks for an erasure: what there is, is counted, and somebody else is told that it waits.
import { demandInstructedRequest } from '#erasures/demand-instructed-request.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import type { ErasureInput } from '#erasures/schema.ts';
import { showErasure } from '#erasures/show-erasure.ts';
import { type ErasureRecord, erasureRead, newErasure, toErasureRecord } from '#erasures/store.ts';
import { tellSecondPerson } from '#erasures/tell.ts';
import { newJob } from '#jobs/job.ts';
import { findMessage } from '#messages/find-message.ts';
import { messageRead } from '#messages/store.ts';
import { askErasing } from '#requests/erasing.ts';
import { searchReads } from '#requests/search-standing.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { ReadRequest } from '#shared/found.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import { clientRead, demandStanding } from '#shared/standing-client.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { type Request, StaleReadError, type UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

type AskForErasure = (typeof erasureRoutes)['askForErasure'];
type Asked = Pick<
  ErasureRecord,
  'firstPerson' | 'saidMoreBy' | 'state' | 'counted' | 'requestId' | 'instruction' | 'messageId' | 'messages'
>;

interface Thing {
  asked: Partial<Asked>;
  /** Of a person. */
  request?: OpenedRequest;
}

/**
 * Costs one batch read of 2 units (membership, client), 1 more for a message, for a person's 3, whom to look for and a query of
 * the findings; and one transaction: 2 units for the row and 1 for its index, 2 for the job and 1 for its index, 2 with an
 * Idempotency-Key; of a message the letter takes the place of the job, and of a person the request is marked for 2.
 */
export const askForErasure: UseCase<AskForErasure> = {
  reads: ({ params: { clientId }, body }) => [clientRead(clientId), ...readsOf(clientId, body)],

  async run(app, request) {
    const { params, body, caller, found } = request;
    const { clientId } = params;
    await demandStanding(app, found, clientId);
    const thing = await demandThing(app, request);
    const asked: Asked = { firstPerson: caller.id, state: 'counting', ...thing.asked };
    const erasure: ErasureRecord = {
      id: app.newId('erasure'),
      clientId,
      version: 1,
      what: body.what,
      why: body.why,
      ...asked,
      askedBy: caller.id,
      askedAs: caller.role,
      askedAtMs: app.clock.nowMs(),
      certificateId: app.newId('certificate'),
    };
    const job = erasure.state === 'counting' ? ordered(app, erasure) : undefined;
    const written = { ...erasure, ...(job && { jobId: job.jobId }) };
    const marked = thing.request ? [askErasing(thing.request, erasure.id)] : [];
    const writes = [newErasure(written), ...(job?.writes ?? tellSecondPerson(app, erasure)), ...marked];
    const identity = requestIdentity('askForErasure', clientId, request);
    const remember: Write[] = identity
      ? [await rememberRequest(app, identity, { recordId: erasure.id, bodyMac: await macOf(app, body) })]
      : [];
    try {
      await app.db.commit([...writes, ...remember]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const earlier = rememberedBy(error, writes.length);
      if (earlier) return replay(app, request, earlier);
      if (thing.request?.erasing) throw new Problem('erasure-under-way');
      throw new StaleReadError('Changed meanwhile', { cause: error });
    }
    return { status: 201, body: showErasure(written, { caller, nowMs: app.clock.nowMs(), job: undefined }) };
  },
};

const readsOf = (clientId: string, body: ErasureInput): ReadRequest[] => {
  if (body.what === 'message') return [messageRead(clientId, body.messageId)];
  return body.what === 'person' ? searchReads({ clientId, requestId: body.requestId }) : [];
};

/** Nothing personal is in the body: the service's own key will do. */
const macOf = async (app: App, body: ErasureInput) => bodyMac(await app.serviceKeys.get('hmac'), body);

const ordered = (app: App, { clientId, id: refId, askedBy }: ErasureRecord) =>
  newJob(app, { clientId, work: 'erase', refId, askedBy });

/** @throws Problem for what cannot be erased like this. */
async function demandThing(app: App, request: Request<AskForErasure>): Promise<Thing> {
  const { params, body, caller, found } = request;
  const { clientId } = params;
  switch (body.what) {
    case 'person': {
      if (caller.role !== 'privacyOfficer') throw new Problem('forbidden');
      const { requestId } = body;
      const instructed = await demandInstructedRequest(app, found, { clientId, requestId });
      const { by, atMs, given } = instructed.instruction;
      const as = given === 'portal' ? ('clientAdmin' as const) : ('privacyOfficer' as const);
      const { saidMoreBy } = instructed;
      const asked = { requestId, firstPerson: by, ...(saidMoreBy && { saidMoreBy }), instruction: { atMs, given, as } };
      return { asked, request: instructed };
    }
    case 'message': {
      const { messageId } = body;
      const message = await findMessage(app, { params: { clientId, messageId }, caller, found });
      const counts = { messages: 1, deliveries: message.deliveryIds.length };
      const counted = { atMs: app.clock.nowMs(), counts, months: [], usersElsewhere: 0 };
      return { asked: { messageId, state: 'asked', counted } };
    }
    case 'register':
      return { asked: { messages: body.messages } };
    case 'client':
      if (found.get(clientRead(clientId))?.status !== 'ended') throw new Problem('client-not-ended');
      return { asked: {} };
  }
}

async function replay(
  app: App,
  { params: { clientId }, body, caller }: Request<AskForErasure>,
  { recordId, bodyMac: mac }: Remembered,
): Promise<Reply<AskForErasure>> {
  const read = erasureRead(clientId, recordId);
  const item = (await app.db.read([read])).get(read);
  if (!item) throw new Problem('erased');
  demandSameBody(await app.serviceKeys.get('hmac'), body, mac);
  const erasure = toErasureRecord(item);
  return { status: 201, body: showErasure(erasure, { caller, nowMs: app.clock.nowMs(), job: undefined }) };
}
