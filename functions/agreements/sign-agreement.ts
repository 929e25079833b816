// Signs the agreement: the text that was read, who signs it and how, sealed by the service; and the client is let in.
import type { AgreementsApp } from '#agreements/app.ts';
import { draftFor } from '#agreements/draft.ts';
import { sealEvidence } from '#agreements/evidence.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import { showAgreement } from '#agreements/show-agreement.ts';
import {
  type AgreementRow,
  agreementReads,
  changeAgreement,
  ending,
  newAgreement,
  type OpenedAgreement,
  openAgreement,
  rowOf,
} from '#agreements/store.ts';
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { demandClient } from '#clients/demand-client.ts';
import { clientReads, type OpenedClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import { bodyMac, demandSameBody, recall, rememberRequest, requestIdentity } from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { type Request, StaleReadError, type UseCase } from '#shared/use-case.ts';
import { versionIs, type Write } from '#shared/writes.ts';

type SignAgreement = (typeof agreementRoutes)['signAgreement'];

/**
 * Costs one batch read of 7 units beside the membership, two queries, for a later agreement 2 units more, two calls of KMS,
 * and one transaction: 9 units (3 of them for the audit) and 2 for each KB of the evidence (some 60), 1 for the index, 3 for the one that it
 * replaces. With an Idempotency-Key 1 read and 2 units more.
 */
export const signAgreement: UseCase<SignAgreement, AgreementsApp> = {
  reads: ({ params: { clientId } }) => [...clientReads(clientId), ...answeringReads(clientId), ...detailsReads()],

  async run(app, request) {
    const { params, body, caller, found } = request;
    const { clientId } = params;
    const identity = requestIdentity('signAgreement', clientId, request);
    const earlier = identity && (await recall(app, identity));
    if (earlier) return replay(app, request, earlier.recordId, earlier.bodyMac);

    if (!caller.maySign) throw new Problem('forbidden', { detail: 'Only a client admin with the right to sign' });
    const client = demandClient(found, clientId);
    const service = openDetails(found)?.value;
    if (!service) throw new Problem('service-details-missing');
    const answering = openAnswering(found, clientId);
    const draft = await draftFor(app, { client, answering, service, language: body.language });
    if (!draft.isComplete) throw new Problem('service-details-missing');
    if (draft.version !== body.version || draft.documentHash !== body.documentHash)
      throw new Problem('document-changed');
    const before = await standing(app, client);
    if (before?.documentHash === draft.documentHash && !before.ended) throw new Problem('already-signed');

    const { name, title } = body;
    const confirmed = await app.signing.confirm({ caller, documentHash: draft.documentHash, name });
    const id = app.newId('agreement');
    const signedAtMs = app.clock.nowMs();
    const evidence = await sealEvidence(app.sealer, {
      agreementId: id,
      clientId,
      document: draft.document,
      text: draft.text,
      signatory: { userId: caller.id, name, title },
      confirmed,
      networkAddress: request.networkAddress,
      service,
      atMs: signedAtMs,
    });
    const made = newAgreement({
      clientId,
      id,
      evidence,
      signedAtMs,
      toldUpToMs: draft.toldUpToMs,
      signedBy: { name, title },
      documentHash: draft.documentHash,
    });
    const writes = [
      ...made.writes,
      putInForce(client, id, signedAtMs),
      ...(before ? [replaced(before, signedAtMs)] : []),
    ];
    if (identity) {
      const remembered = { recordId: id, bodyMac: bodyMac(made.keys.stableKey, body) };
      writes.push(await rememberRequest(app, identity, remembered));
    }
    try {
      await app.db.commit(writes);
    } catch (error) {
      // Somebody has signed or changed the client meanwhile, or this is the same request: the next run sees which.
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    return { status: 201, body: showAgreement(asMade(made.writes, made.keys, { name, title }, draft.documentHash)) };
  },
};

async function standing(app: App, { id: clientId, agreement }: OpenedClient): Promise<OpenedAgreement | undefined> {
  if (!agreement) return undefined;
  return openAgreement(await app.db.read(agreementReads(clientId, agreement.id)), clientId, agreement.id);
}

/** The client lets staff and messages in from its first agreement on. Its version goes up: what was signed is what was read. */
function putInForce(client: OpenedClient, agreementId: string, nowMs: number): Write {
  const { expression, names, values } = versionIs(client.version);
  return {
    table: 'records',
    update: recordKeys.client(client.id),
    change: 'SET agreedAt = if_not_exists(agreedAt, :now), agreementId = :agreement, #version = :next',
    condition: {
      expression,
      names: { ...names },
      values: { ...values, ':now': nowMs, ':agreement': agreementId, ':next': client.version + 1 },
    },
  };
}

/** One whose client had ended, and is back, keeps its end. */
const replaced = (before: AgreementRow, nowMs: number): Write =>
  changeAgreement(before, before.ended ? {} : ending(nowMs, 'replacement'));

function asMade(
  writes: readonly Write[],
  keys: OpenedAgreement['keys'],
  signedBy: OpenedAgreement['signedBy'],
  documentHash: string,
): OpenedAgreement {
  const [record] = writes;
  if (!record || !('put' in record)) throw new Error('A new agreement begins with its record');
  return { ...rowOf(record.put), signedBy, documentHash, objections: [], keys };
}

async function replay(
  app: App,
  { params: { clientId }, body }: Request<SignAgreement>,
  id: string,
  mac: Uint8Array,
): Promise<Reply<SignAgreement>> {
  const agreement = openAgreement(await app.db.read(agreementReads(clientId, id)), clientId, id);
  if (!agreement) throw new Problem('erased');
  demandSameBody(agreement.keys.stableKey, body, mac);
  return { status: 201, body: showAgreement(agreement) };
}
