// The routes of attention: what a person has to look at, and that somebody has.
import * as z from 'zod/mini';
import { taskMatters } from '#attention/matters.ts';
import { OneTask, Task, TaskEdit, taskReasons, taskStates } from '#attention/schema.ts';
import { pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy, routesOf } from '#shared/route.ts';

const common = { api: 'attention', tag: 'attention', roles: ['supervisor', 'operator'] } as const;

export const attentionRoutes = routesOf({
  listAttention: {
    ...common,
    method: 'GET',
    path: '/v1/attention',
    summary: 'List what a person has to look at, newest first',
    description:
      'Of all clients, by when the first delivery was made, with what was tried as it stands now. A task goes with its message. Supervisors also see what is not about a message: a request or an agreement that somebody has to look at. A page may hold fewer than `limit` and still have a `nextCursor`.',
    scope: 'messages.read',
    query: lazy(() =>
      z.strictObject({
        ...pageFields(),
        state: z._default(z.enum(taskStates), 'open'),
        reason: z.optional(z.enum([...taskReasons, ...taskMatters])),
        clientId: z.optional(idSchema('client')),
      }),
    ),
    replies: { 200: lazy(() => pageOf(Task())) },
    problems: ['invalid-cursor'],
  },
  changeTask: {
    ...common,
    method: 'PATCH',
    path: '/v1/attention/{taskId}',
    summary: 'Claim a task or release it, mark it as done with a note, or open it again',
    description:
      'Who was first, and when, stands on it. What somebody else has claimed is left to them, except by supervisors. A note is sealed, and goes with the message; a task without a message takes none.',
    scope: 'messages.write',
    readScope: 'messages.read',
    params: OneTask,
    body: TaskEdit,
    replies: { 200: Task },
    problems: ['task-claimed', 'task-done'],
  },
});
