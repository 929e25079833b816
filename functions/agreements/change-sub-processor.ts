// Announces a change of a sub-processor, or its end.
import { firstDay } from '#agreements/announce.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import type { SubProcessorDetails, SubProcessorPatch } from '#agreements/service-schema.ts';
import {
  openSubProcessor,
  putSubProcessor,
  type StoredSubProcessor,
  showSubProcessor,
  subProcessorReads,
} from '#agreements/sub-processors.ts';
import type { App } from '#shared/app.ts';
import { mergePatch } from '#shared/merge-patch.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units beside the membership, one query of the index, and one transaction of 7 units, with the audit. */
export const changeSubProcessor: UseCase<(typeof agreementRoutes)['changeSubProcessor']> = {
  reads: ({ params }) => subProcessorReads(params.subProcessorId),

  async run(app, { params, body, ifMatch, found }) {
    const before = openSubProcessor(found, params.subProcessorId, app.clock.nowMs());
    const standing = before?.current ?? before?.next?.details;
    if (!before || !standing) throw new Problem('not-found');
    if (before.version !== ifMatch) throw new Problem('version-conflict');
    const after = await changed(app, before, standing, body);
    try {
      await app.db.commit(putSubProcessor(after).writes);
    } catch (error) {
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    const version = before.version + 1;
    return { status: 200, body: showSubProcessor({ ...after, version }), version };
  },
};

const isContactAlone = (patch: SubProcessorPatch) => Object.keys(patch).every((field) => field === 'contact');

async function changed(
  app: App,
  before: StoredSubProcessor,
  standing: SubProcessorDetails,
  patch: SubProcessorPatch,
): Promise<StoredSubProcessor> {
  const { ends, holdsFrom: asked, ...fields } = patch;
  const { lost, ...known } = before;
  if (isContactAlone(patch) && !lost) {
    const renew = (details: SubProcessorDetails | null) => details && mergePatch(details, fields);
    return {
      ...known,
      current: renew(before.current),
      next: before.next && { ...before.next, details: renew(before.next.details) },
    };
  }
  const details = ends ? null : mergePatch(before.next?.details ?? standing, fields);
  // What was lost has worked for the service all along: to say who it is announces nothing.
  const holdsFrom = lost && asked === undefined ? undefined : await firstDay(app, asked);
  const current = lost ? null : before.current;
  return holdsFrom
    ? { ...known, current, next: { details, holdsFrom, announcedAtMs: app.clock.nowMs() } }
    : { ...known, current: details, next: null };
}
