// The routes of attention: what a person has to look at, and that somebody has.
import * as z from 'zod/mini';
import { Misdirected, OneTask, Task, TaskEdit, taskStates } from '#attention/schema.ts';
import { oneMessage } from '#messages/routes.ts';
import { Message } from '#messages/schema.ts';
import { pageFields, pageOf } from '#shared/fields.ts';
import { lazy, routesOf } from '#shared/route.ts';

const common = { api: 'attention', tag: 'attention', roles: ['supervisor', 'operator'] } as const;

export const attentionRoutes = routesOf({
  listAttention: {
    ...common,
    method: 'GET',
    path: '/v1/attention',
    summary: 'List what a person has to look at, newest first',
    description:
      'Of all clients, by when the delivery was made. A task is about one delivery, and goes with its message. A page may hold fewer than `limit` and still have a `nextCursor`.',
    scope: 'messages.read',
    query: lazy(() => z.strictObject({ ...pageFields(), state: z._default(z.enum(taskStates), 'open') })),
    replies: { 200: lazy(() => pageOf(Task())) },
    problems: ['invalid-cursor'],
  },
  changeTask: {
    ...common,
    method: 'PATCH',
    path: '/v1/attention/{taskId}',
    summary: 'Mark a task as done, or open it again',
    description: 'Who was first, and when, stands on it.',
    scope: 'messages.write',
    readScope: 'messages.read',
    params: OneTask,
    body: TaskEdit,
    replies: { 200: Task },
  },
});

/** Here because it makes a task. */
export const redirectionRoutes = routesOf({
  redirectMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/messages/{messageId}/misdirected',
    api: 'amendments',
    tag: 'messages',
    summary: 'Take a message back from a wrong recipient, and send it to the right one',
    description:
      'What is not yet sent to the wrong one is cancelled, and the message leaves that inbox. A task asks a supervisor whether it was a personal data incident.',
    scope: 'messages.write',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin'],
    params: oneMessage,
    body: Misdirected,
    replies: { 201: Message },
    problems: ['erased', 'unknown-staff', 'no-usable-address', 'too-many-deliveries', 'idempotency-mismatch'],
    idempotent: true,
  },
});
