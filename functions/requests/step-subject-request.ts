// Takes a subject request a step further.
import { endFilesAbout } from '#jobs/end-files-about.ts';
import type { RequestStep } from '#requests/codes.ts';
import { demandRequest } from '#requests/demand-request.ts';
import { demandTrue } from '#requests/demand-true.ts';
import { takenBackErasing } from '#requests/erasing.ts';
import { hindrance, lifeCycle } from '#requests/life-cycle.ts';
import { requestViewReads } from '#requests/read-subject-request.ts';
import { releaseOf } from '#requests/release-report.ts';
import { forgetReport } from '#requests/report-row.ts';
import type { requestRoutes } from '#requests/routes.ts';
import { showRequest, viewOf } from '#requests/show-request.ts';
import { afterStep } from '#requests/steps.ts';
import type { RequestRow } from '#requests/store.ts';
import { writeRequest } from '#requests/write-request.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs one batch read of 5 units, as reading it, and what `writeRequest` says, with 2 units for each letter, and 2 for the job
 * that searches. A release costs what `releaseOf` says as well, and 2 units for each file; closing what
 * `demandTrue` says; and what takes a report or an erasure back 2 units for each, 1 for the list of
 * erasures, and what `endFilesAbout` says. Without If-Match: the state says
 * whether a step can be taken; whoever is second finds another state.
 */
export const stepSubjectRequest: UseCase<(typeof requestRoutes)['stepSubjectRequest']> = {
  reads: ({ params }) => requestViewReads(params),

  async run(app, { params, body, caller, found }) {
    const nowMs = app.clock.nowMs();
    const before = demandRequest(found, params, nowMs);
    if (!lifeCycle[body.step].by.includes(caller.role)) throw new Problem('forbidden');
    const outcome = body.step === 'close' ? body.outcome : undefined;
    const problem = hindrance(before, body.step, nowMs, outcome);
    if (problem) throw problem;
    await demandTrue(app, before, outcome);
    const view = viewOf(found, params.clientId, caller, nowMs);
    const { request, follows } = afterStep(app, before, body, { caller, signature: view.controller });
    const report = body.step === 'release' ? await releaseOf(app, before) : await takenBack(app, before, body.step);
    const after = await writeRequest(app, before, request, [...follows, ...report]);
    return { status: 200, body: showRequest(after, view), version: after.version };
  },
};

const takesBack: readonly RequestStep[] = ['instruct', 'prepare', 'close'];

/**
 * A report that was made, or is being made, and has not been released: it is nobody's any more, and its files end now. So does
 * an erasure that nobody has confirmed: it was asked for on what the client said before, and of what was found then.
 */
async function takenBack(app: App, request: RequestRow, step: RequestStep): Promise<Write[]> {
  const { clientId, id, state } = request;
  if (state !== 'preparing' || !takesBack.includes(step)) return [];
  const files = await endFilesAbout(app, { clientId, refId: id });
  return [forgetReport(id), ...files, ...takenBackErasing(request, app.clock.nowMs())];
}
