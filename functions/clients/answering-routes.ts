// The routes of how a client's calls are answered, and of the notices to those who answer.
import * as z from 'zod/mini';
import { AnsweringDays, DaysInput } from '#clients/answering-days.ts';
import { Answering, NoticeOut } from '#clients/answering-reply.ts';
import { AnsweringPatch, NoticeInput, NoticePatch } from '#clients/answering-schema.ts';
import { ClientParams } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy, routesOf } from '#shared/route.ts';

const NoticeParams = lazy(() => z.strictObject({ clientId: idSchema('client'), noticeId: idSchema('notice') }));

const writers = ['supervisor', 'operator', 'clientAdmin', 'machine'] as const;

export const answeringRoutes = routesOf({
  readAnswering: {
    method: 'GET',
    path: '/v1/clients/{clientId}/answering',
    api: 'directory',
    tag: 'answering',
    summary: "Read how a client's calls are answered",
    description:
      'A client that has said nothing yet has the ETag "0", no opening hours (which is: always open) and no rules. Notices that have ended are not shown.',
    scope: 'directory.read',
    roles: ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'machine'],
    params: ClientParams,
    replies: { 200: Answering },
  },
  changeAnswering: {
    method: 'PATCH',
    path: '/v1/clients/{clientId}/answering',
    api: 'directory',
    tag: 'answering',
    summary: "Change how a client's calls are answered",
    description:
      'A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. All times are those of Europe/Stockholm. A rule, a season or a special day that is sent with its `id` stays the same; without one it is new. Of two rules of one kind that hold the more specific wins: one of the called number (`line`), then the shorter range of dates, holidays and eves before weekdays, fewer days, fewer minutes, one for open or closed hours. Two that are equally specific and can hold at the same time are refused: 400 with a pointer to each. Machine clients do not change `callerNotice`.',
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: ['supervisor', 'clientAdmin', 'machine'],
    params: ClientParams,
    body: AnsweringPatch,
    replies: { 200: Answering },
    ifMatch: true,
  },
  previewAnsweringDays: {
    method: 'POST',
    path: '/v1/clients/{clientId}/answering/days',
    api: 'directory',
    tag: 'answering',
    summary: 'When the client is open, day by day',
    description:
      'At most 62 days, by the clocks of Stockholm: whether each is a holiday or an eve, when the client is open, and what says so. With `hours` those of a draft; nothing is written.',
    scope: 'directory.read',
    roles: ['supervisor', 'operator', 'clientAdmin'],
    params: ClientParams,
    body: DaysInput,
    replies: { 200: AnsweringDays },
    unwitnessed: 'it only reads',
  },
  createNotice: {
    method: 'POST',
    path: '/v1/clients/{clientId}/answering/notices',
    api: 'directory',
    tag: 'answering',
    summary: 'Write a notice to the operators',
    description:
      'It ends by itself after 30 days, or at `until`. A client has at most 20. Nobody is told when it ends: whoever needs it for longer renews it.',
    agreed: true,
    scope: 'directory.write',
    roles: writers,
    params: ClientParams,
    body: NoticeInput,
    replies: { 201: NoticeOut },
    problems: ['too-many-notices', 'idempotency-mismatch', 'erased'],
    idempotent: true,
  },
  changeNotice: {
    method: 'PATCH',
    path: '/v1/clients/{clientId}/answering/notices/{noticeId}',
    api: 'directory',
    tag: 'answering',
    summary: 'Change a notice to the operators, or renew it',
    description: '`renew` lets it stand for 30 days from now. Without If-Match: the last word counts.',
    agreed: true,
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: writers,
    params: NoticeParams,
    body: NoticePatch,
    replies: { 200: NoticeOut },
  },
  deleteNotice: {
    method: 'DELETE',
    path: '/v1/clients/{clientId}/answering/notices/{noticeId}',
    api: 'directory',
    tag: 'answering',
    summary: 'Take a notice to the operators away',
    scope: 'directory.write',
    roles: writers,
    params: NoticeParams,
    replies: { 204: null },
  },
});
