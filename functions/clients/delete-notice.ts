// Takes a notice to the operators away before its end.
import { answeringReads, openAnswering } from '#clients/answering.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import { writeAnswering } from '#clients/write-answering.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 4 units and one transaction of 7 or 8; of one that is not there the read alone. May be repeated. */
export const deleteNotice: UseCase<(typeof answeringRoutes)['deleteNotice']> = {
  reads: ({ params }) => answeringReads(params.clientId),

  async run(app, { params, found }) {
    const answering = openAnswering(found, params.clientId);
    const notices = answering?.value.notices.filter(({ id }) => id !== params.noticeId) ?? [];
    if (answering && notices.length < answering.value.notices.length)
      await writeAnswering(app, answering, { value: { ...answering.value, notices } });
    return { status: 204, body: undefined };
  },
};
