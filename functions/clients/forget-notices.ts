// Forgets notices that have ended: they leave the record, and no older copy of it tells of them.
import { answeringReads, currentNotices, openAnswering } from '#clients/answering.ts';
import { writeAnswering } from '#clients/write-answering.ts';
import type { App } from '#shared/app.ts';
import { forgetDue } from '#shared/forget-due.ts';
import { NOTICE_PARTITION, recordKeys } from '#shared/tables.ts';

/**
 * Costs one query for each fifty clients that are due and one batch read of 2 units each, and one transaction for each, of 4
 * units and 1 for the index. Safe to run twice.
 * @returns how many clients had one.
 * @throws AggregateError as forgetDue.
 */
export const forgetNotices = (app: App): Promise<number> =>
  forgetDue(app, {
    partition: NOTICE_PARTITION,
    idsAt: ({ pk }) => ({ clientId: pk.slice(recordKeys.messagesOf('').pk.length) }),
    reads: ({ clientId }) => answeringReads(clientId),
    failure: 'notice-not-forgotten',
    async forget({ clientId }, found) {
      const answering = openAnswering(found, clientId);
      const { notices = [] } = answering?.value ?? {};
      if (!answering || currentNotices(notices, app.clock.nowMs()).length === notices.length) return false;
      await writeAnswering(app, answering, {});
      return true;
    },
  });
