// Objects to what is announced of a sub-processor: it is kept with the agreement, and a supervisor gets a task.
import type { agreementRoutes } from '#agreements/routes.ts';
import { showDetail } from '#agreements/show-agreement.ts';
import {
  agreementReadsWithEvidence,
  changeAgreement,
  objecting,
  openAgreement,
  openEvidence,
} from '#agreements/store.ts';
import { openSubProcessor, subProcessorReads } from '#agreements/sub-processors.ts';
import { raiseTask } from '#attention/raise-task.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/** Of an agreement: with what else stands in its record far from the 400 KB that one may have, however long each is. */
const MOST_OBJECTIONS = 30;

/**
 * Costs one batch read beside the membership: 4 units, and 1 for each 4 KB of the evidence (some 8); and one transaction of
 * 8 units: the agreement (2 more for each KB of what has been said), the task and the audit, each of these with its index.
 * The same words once more, by the same person of the same announcement, write nothing.
 */
export const objectToSubProcessor: UseCase<(typeof agreementRoutes)['objectToSubProcessor']> = {
  reads: ({ params: { clientId, agreementId }, body }) => [
    ...agreementReadsWithEvidence(clientId, agreementId),
    ...subProcessorReads(body.subProcessorId),
  ],

  async run(app, { params: { clientId, agreementId }, body, caller, found }) {
    const agreement = openAgreement(found, clientId, agreementId);
    const evidence = agreement && openEvidence(found, agreement);
    if (!evidence) throw new Problem('not-found');
    if (agreement.ended) throw new Problem('wrong-state');
    const { subProcessorId, text } = body;
    const announced = openSubProcessor(found, subProcessorId, app.clock.nowMs())?.next;
    if (!announced)
      throw new Problem('unknown-sub-processor', {
        errors: [{ pointer: '/subProcessorId', detail: 'Nothing is announced of it' }],
      });

    const last = agreement.objections.findLast((one) => one.subProcessorId === subProcessorId);
    if (last && last.text === text && last.by === caller.id && last.atMs >= announced.announcedAtMs)
      return { status: 200, body: showDetail(agreement, evidence) };
    if (agreement.objections.length >= MOST_OBJECTIONS)
      throw new Problem('wrong-state', { detail: `${MOST_OBJECTIONS} objections are kept: talk to the service` });

    const objections = [...agreement.objections, { subProcessorId, text, atMs: app.clock.nowMs(), by: caller.id }];
    try {
      await app.db.commit([
        changeAgreement(agreement, objecting(agreement, objections)),
        ...raiseTask(app, { clientId, about: 'subProcessorObjection', refId: agreementId }),
      ]);
    } catch (error) {
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    return { status: 200, body: showDetail({ ...agreement, objections }, evidence) };
  },
};
