// Takes a subject request a step further.
import type { RequestStep } from '#requests/codes.ts';
import { demandRequest } from '#requests/demand-request.ts';
import { demandTrue } from '#requests/demand-true.ts';
import { hindrance, lifeCycle } from '#requests/life-cycle.ts';
import { requestViewReads } from '#requests/read-subject-request.ts';
import { releaseOf } from '#requests/release-report.ts';
import type { requestRoutes } from '#requests/routes.ts';
import type { StepInput } from '#requests/schema.ts';
import { showRequest, viewOf } from '#requests/show-request.ts';
import { afterStep } from '#requests/steps.ts';
import { takenBack } from '#requests/take-back.ts';
import { writeRequest } from '#requests/write-request.ts';
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

type Instruct = Extract<StepInput, { step: 'instruct' }>;

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
    if (body.step === 'instruct') demandInstruction(body, params.clientId, caller);
    await demandTrue(app, before, outcome);
    const view = viewOf(found, params.clientId, caller, nowMs);
    const { request, follows } = afterStep(app, before, body, { caller, signature: view.controller });
    const { goes, ends } = takesBack.includes(body.step) ? await takenBack(app, before) : { goes: [], ends: [] };
    const released = body.step === 'release' ? await releaseOf(app, before) : [];
    const after = await writeRequest(app, before, request, [...follows, ...goes, ...released], ends);
    return { status: 200, body: showRequest(after, view), version: after.version };
  },
};

/** @throws Problem invalid-request: whoever writes down what a client has said says how it was said, and what. */
function demandInstruction({ given, text }: Instruct, home: string, { role }: Caller): void {
  if (role === 'clientAdmin' || home === SERVICE) return;
  const errors = [
    ...(given === 'portal'
      ? [{ pointer: '/given', detail: 'How the client gave it: by email, letter or telephone' }]
      : []),
    ...(text === null
      ? [{ pointer: '/text', detail: 'What the client has said, and who said it or where it stands' }]
      : []),
  ];
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

const takesBack: readonly RequestStep[] = ['instruct', 'prepare', 'close'];
