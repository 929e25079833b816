// The desk of a client when a call comes in: how to answer, what applies now, who may help, and who has called today.
import { holding } from '#calendar/specificity.ts';
import { answeringReads, openAnswering } from '#clients/answering.ts';
import { demandClient } from '#clients/demand-client.ts';
import { lineOf } from '#clients/lines.ts';
import { type OpenedClient, openClient, clientReads } from '#clients/store.ts';
import { showAnswer, showWhy } from '#desk/answer-view.ts';
import type { DeskApp } from '#desk/app.ts';
import { noticePath, noticeWords } from '#desk/caller-notice.ts';
import { colleagueView } from '#desk/colleague-view.ts';
import type { Desk } from '#desk/desk-schema.ts';
import { type Greeting, greet } from '#desk/greet.ts';
import { ofRule, openStateOf, type Question, type RuleRef, resolveAnswer, textIn } from '#desk/resolve-answer.ts';
import type { deskRoutes } from '#desk/routes.ts';
import { answeringAndToday, messageAtDesk, messagesAmong } from '#desk/todays-messages.ts';
import { sealAnswer } from '#messages/answer-reference.ts';
import { keyRowRead } from '#messages/store.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { UseCase } from '#shared/use-case.ts';
import { openStaff, staffReads } from '#staff/store.ts';

const timeOrNull = (ms: number | null) => (ms === null ? null : rfc3339(ms));

export const readDesk: UseCase<(typeof deskRoutes)['readDesk'], DeskApp> = {
  first: (app, { params }) => answeringAndToday(app, params.clientId),
};
