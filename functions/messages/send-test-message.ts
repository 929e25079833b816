// Sends a test to a staff member: a message of fixed words, by the first step of their plan, that is gone after a day.
import { clientReads } from '#clients/store.ts';
import { countTest } from '#deliveries/day-counts.ts';
import type { MessagesApp } from '#messages/app.ts';
import { keepMessage } from '#messages/keep-message.ts';
import { messageWords } from '#messages/message-words.ts';
import { planRecipients } from '#messages/plan-recipients.ts';
import { keyRowId, replayRefused } from '#messages/replay-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';
import { demandOwnRecord } from '#staff/own-record.ts';
import { demandStaff, staffReads } from '#staff/store.ts';

const ONE_DAY = { days: 1 };
const ROUTE = 'sendTestMessage';

/**
 * Costs what `takeMessage` costs for a message to one person, 3 write units for the witness, and 2 for the count of the
 * client's tests of the day; one read more where nobody is there.
 */
export const sendTestMessage: UseCase<(typeof messageRoutes)['sendTestMessage'], MessagesApp> = {
  reads: ({ params }) => [...clientReads(params.clientId), ...staffReads(params.clientId, params.staffId)],

  async run(app, asked) {
    const { params, body, caller, found } = asked;
    const { clientId, staffId } = params;
    demandOwnRecord(caller, staffId);
    const staff = await demandStaff(app, found, clientId, staffId);
    // Of two requests with one key the person has to be the same too.
    const request = { ...asked, body: { staffId, ...body } };
    const nowMs = app.clock.nowMs();
    const wanted = { staffId, copyTo: [], urgency: body.urgency, sensitive: false };
    const ready = await planRecipients(app, { params, body: wanted, found }, nowMs);
    if (ready instanceof Problem) return replayRefused(app, ROUTE, request, refusalOf(ready));
    const messageId = app.newId('message', nowMs);
    return keepMessage(app, request, {
      messageId,
      keyId: await keyRowId(app, ROUTE, request, messageId),
      staffId,
      copyTo: [],
      planned: ready.planned,
      register: ready,
      urgency: body.urgency,
      takenAtMs: nowMs,
      retention: ONE_DAY,
      content: { caller: {}, matter: messageWords[staff.value.language].testMatter, callBack: false, sensitive: false },
      test: true,
      within: { limit: countTest(clientId, nowMs), refusal: new Problem('too-many-tests') },
    });
  },
};

/** The person stands in the path, not in the body. */
const refusalOf = ({ code, details }: Problem): Problem =>
  new Problem(code, {
    ...details,
    ...(details.errors && { errors: details.errors.map((one) => ({ ...one, pointer: 'params/staffId' })) }),
  });
