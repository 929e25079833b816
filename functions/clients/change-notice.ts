// Changes a notice to the operators, or lets it stand for another thirty days.
import { answeringReads, openAnswering } from '#clients/answering.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import type { Notice } from '#clients/answering-schema.ts';
import { demandNotice } from '#clients/demand-notice.ts';
import { demandEnd, longestEnd } from '#clients/notice-end.ts';
import { showNotice } from '#clients/show-answering.ts';
import { writeAnswering } from '#clients/write-answering.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Without If-Match: the last word counts. Costs one batch read of 4 units and one transaction of 8, as writing one; both
 * again when overtaken.
 */
export const changeNotice: UseCase<(typeof answeringRoutes)['changeNotice']> = {
  reads: ({ params }) => answeringReads(params.clientId),

  async run(app, { params, body, caller, found }) {
    const nowMs = app.clock.nowMs();
    const { answering, notice } = demandNotice(openAnswering(found, params.clientId), params.noticeId, nowMs);
    demandEnd(body.until, nowMs);
    const changed: Notice = {
      ...notice,
      untilMs: body.renew ? longestEnd(nowMs) : (body.until ?? notice.untilMs),
      // Whoever changes the words has written them.
      ...(body.text !== undefined && { text: body.text, by: caller.id }),
    };
    const notices = answering.value.notices.map((one) => (one.id === notice.id ? changed : one));

    await writeAnswering(app, answering, { value: { ...answering.value, notices } });

    return { status: 200, body: showNotice(changed) };
  },
};
