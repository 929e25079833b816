// The routes of messages: take, list, read, change, delete.
import * as z from 'zod/mini';
import { messageStates, urgencies } from '#messages/message-states.ts';
import { Message, MessageEdit, MessageInput, OneMessage, OneRecipient, TestInput } from '#messages/schema.ts';
import { ClientParams, Instant, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy, routesOf } from '#shared/route.ts';
import { ReasonQuery, reasonFields } from '#shared/say-why.ts';

const everybody = ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'] as const;

export const messageRoutes = routesOf({
  takeMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/messages',
    api: 'messages',
    tag: 'messages',
    summary: 'Take a message and send it to its recipients',
    description:
      'Answers with the message and its planned deliveries, before they are sent. Nothing about the caller is required.',
    scope: 'messages.write',
    roles: ['supervisor', 'operator', 'clientAdmin', 'machine'],
    params: ClientParams,
    body: MessageInput,
    replies: { 201: Message },
    problems: ['client-not-active', 'unknown-staff', 'no-usable-address', 'erased', 'idempotency-mismatch'],
    idempotent: true,
    agreed: true,
    unwitnessed: 'its record tells',
  },
  sendTestMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/staff/{staffId}/test-message',
    api: 'messages',
    tag: 'messages',
    summary: 'Send a test to a staff member, by the first step of their plan',
    description:
      'Fixed words in their language; the subject says that it is a test. It goes as a message would, quiet hours and all, but to no further step, and asks nobody for attention. Its SMS count as others do. A client has 100 tests a day. Gone after a day. Staff members may send one to themselves.',
    scope: 'messages.write',
    roles: ['supervisor', 'clientAdmin', 'staffMember'],
    params: OneRecipient,
    body: TestInput,
    replies: { 201: Message },
    problems: ['client-not-active', 'no-usable-address', 'too-many-tests', 'erased', 'idempotency-mismatch'],
    idempotent: true,
    agreed: true,
  },
  listMessages: {
    method: 'GET',
    path: '/v1/clients/{clientId}/messages',
    api: 'messages',
    tag: 'messages',
    summary: "List a client's messages, newest first",
    description:
      'A page filtered by state or urgency may hold fewer than `limit` and still have a `nextCursor`. Staff members see their own. For people of the service it ends at 30 days, unless they say `why` they look at older ones: those that are shown are written down. With a `from` or `to` that is older they have to say it.',
    scope: 'messages.read',
    roles: everybody,
    params: ClientParams,
    query: lazy(() =>
      z.strictObject({
        ...pageFields(),
        staffId: z.optional(idSchema('staff')),
        state: z.optional(z.enum(messageStates)),
        urgency: z.optional(z.enum(urgencies)),
        /** Taken at or after. */
        from: z.optional(Instant()),
        /** Taken at or before. */
        to: z.optional(Instant()),
        ...reasonFields(),
      }),
    ),
    replies: { 200: lazy(() => pageOf(Message())) },
    problems: ['invalid-cursor', 'reason-required'],
  },
  getMessage: {
    method: 'GET',
    path: '/v1/clients/{clientId}/messages/{messageId}',
    api: 'messages',
    tag: 'messages',
    summary: 'Read a message with every attempt to deliver it',
    description: 'People of the service say `why` they open a message that is older than 30 days; it is written down.',
    scope: 'messages.read',
    roles: everybody,
    params: OneMessage,
    query: ReasonQuery,
    replies: { 200: Message },
    problems: ['erased', 'reason-required'],
  },
  changeMessage: {
    method: 'PATCH',
    path: '/v1/clients/{clientId}/messages/{messageId}',
    api: 'messages',
    tag: 'messages',
    summary: 'Mark a message as read or handled, or note something on it',
    scope: 'messages.write',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember', 'machine'],
    params: OneMessage,
    body: MessageEdit,
    replies: { 200: Message },
    problems: ['erased'],
  },
  deleteMessage: {
    method: 'DELETE',
    path: '/v1/clients/{clientId}/messages/{messageId}',
    api: 'messages',
    tag: 'messages',
    summary: 'Erase a message before its time, for ever',
    scope: 'messages.write',
    roles: ['supervisor', 'privacyOfficer', 'clientAdmin', 'machine'],
    params: OneMessage,
    query: ReasonQuery,
    asksWhy: true,
    replies: { 204: null },
    problems: ['erased', 'reason-required'],
  },
});
