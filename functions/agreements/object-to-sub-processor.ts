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

/**
 * Costs one batch read beside the membership: 4 units, and 1 for each 4 KB of the evidence (some 8); and one transaction of
 * 8 units: the agreement, the task and the audit, each of these with its index.
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
    if (!openSubProcessor(found, subProcessorId, app.clock.nowMs())?.next)
      throw new Problem('unknown-sub-processor', {
        errors: [{ pointer: '/subProcessorId', detail: 'Nothing is announced of it' }],
      });

    const others = agreement.objections.filter((one) => one.subProcessorId !== subProcessorId);
    const objections = [...others, { subProcessorId, text, atMs: app.clock.nowMs(), by: caller.id }];
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
