// The page that tells callers of a client why their data is kept, for how long, and what they may ask for.
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { clientReads, openClient } from '#clients/store.ts';
import type { DeskApp } from '#desk/app.ts';
import { callerNoticePage } from '#desk/caller-notice-page.ts';
import type { deskRoutes } from '#desk/routes.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * One batch read of 4 units. Anybody may ask: of a client that has ended, or is erased, nothing is told, not even that it was
 * here.
 */
export const readCallerNotice: UseCase<(typeof deskRoutes)['readCallerNotice'], DeskApp> = {
  reads: ({ params }) => [...clientReads(params.clientId), ...answeringReads(params.clientId)],

  async run({ clock, retentionMonths }, { params, found }) {
    const client = openClient(found, params.clientId);
    if (!client || client.status === 'ended') throw new Problem('not-found');
    const notice = openAnswering(found, params.clientId)?.value.callerNotice ?? null;
    return { status: 200, body: callerNoticePage({ client, notice, retentionMonths, nowMs: clock.nowMs() }) };
  },
};
