// The desk of a client when a call comes in: how to answer, what applies now, who may help, and who has called today.
import { openAnswering } from '#clients/answering.ts';
import { demandClient } from '#clients/demand-client.ts';
import { lineNames } from '#clients/lines.ts';
import { clientReads } from '#clients/store.ts';
import { alternativeReads, alternativesAmong } from '#desk/alternatives.ts';
import { showAnswer, showWhy } from '#desk/answer-view.ts';
import type { DeskApp } from '#desk/app.ts';
import { noticePath, noticeWords } from '#desk/caller-notice.ts';
import type { Desk } from '#desk/desk-schema.ts';
import { greet } from '#desk/greet.ts';
import { instructionsNow } from '#desk/instructions.ts';
import { orLeftOut } from '#desk/or-left-out.ts';
import { openStateOf, resolveAnswer } from '#desk/resolve-answer.ts';
import type { deskRoutes } from '#desk/routes.ts';
import { answeringAndToday, messageAtDesk, messagesAmong } from '#desk/todays-messages.ts';
import { sealAnswer } from '#messages/answer-reference.ts';
import { keyRowRead } from '#messages/store.ts';
import { rfc3339 } from '#shared/clock.ts';
import { keyRead } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { readerAs } from '#staff/show-staff.ts';

/**
 * Two requests: the query of `answeringAndToday`, and one batch read of 4 units (membership, client, the keys of client and
 * answering), 1 for the key of each message, 2 for each alternative. Two batch reads more where an alternative was erased.
 */
export const readDesk: UseCase<(typeof deskRoutes)['readDesk'], DeskApp> = {
  first: (app, { params }) => answeringAndToday(app, params.clientId),

  reads: ({ params: { clientId }, first }) => [
    ...clientReads(clientId),
    keyRead(recordKeys.answering(clientId)),
    ...alternativeReads(clientId, first),
    ...first.flatMap(({ kind, keyId }) => (kind === 'message' ? [keyRowRead(keyId as string)] : [])),
  ],

  async run(app, { params: { clientId }, query, caller, first, found }) {
    readerAs(caller, query.view, 'query/view');
    const nowMs = app.clock.nowMs();
    const client = demandClient(found, clientId);
    for (const item of first) found.add('records', item);
    const answering = openAnswering(found, clientId);

    const nameLine = await lineNames(app);
    const numbers = client.value.numbers.map((number) => ({ ...number, line: nameLine(number.number) }));
    const called = numbers.find(({ line }) => line === query.line);
    const line = called?.line;
    const language = (called ?? numbers[0])?.language ?? 'sv';
    const question = { nowMs, language, client, answering, line };
    const lines = numbers.map(({ line: one, number, language: its, answerPhrase }) => {
      const { words, why } = greet({ ...question, language: its, line: one }, answerPhrase);
      return { line: one, number, language: its, answerPhrase: words, why: showWhy(why) };
    });
    const greeting = greet(question, (called ?? numbers[0])?.answerPhrase ?? null);
    const instructions = instructionsNow(question);
    const open = openStateOf(question);
    const said = [greeting.why, ...instructions.map(({ why }) => why)];
    const notice = answering?.value.callerNotice ?? null;

    const desk: Desk = {
      clientId,
      name: client.value.name,
      status: client.status,
      language,
      line: line ?? null,
      lines,
      answerPhrase: greeting.words,
      why: showWhy(greeting.why),
      open: { isOpen: open.open, until: timeOrNull(open.untilMs), from: timeOrNull(open.fromMs), why: open.why },
      instructions,
      askFor: answering?.value.askFor ?? [],
      answer: await showAnswer(app, clientId, resolveAnswer(question), nowMs),
      alternatives: await alternativesAmong(app, clientId, first, found),
      notices: (answering?.value.notices ?? [])
        .filter(({ untilMs }) => untilMs > nowMs)
        .map(({ id, text, by, untilMs }) => ({ id, text, by, until: rfc3339(untilMs) })),
      messages: messagesAmong(first, nowMs)
        .map((message) => orLeftOut(() => messageAtDesk(found, message), { clientId, messageId: message.id }))
        .filter((message) => message !== undefined),
      callerNotice: {
        words: noticeWords({ client, notice, retentionMonths: app.retentionMonths, nowMs }, language),
        url: app.portalUrl + noticePath(clientId),
      },
      references: [await sealAnswer(app, clientId, { atMs: nowMs, rules: said })],
    };
    return { status: 200, body: desk };
  },
};

const timeOrNull = (ms: number | null) => (ms === null ? null : rfc3339(ms));
