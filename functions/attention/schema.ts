// Tasks: what a person has to look at, and why. Ids only: the message itself is read by its own route.
import * as z from 'zod/mini';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/**
 * restored: nobody can say whether it was sent, for the tables were restored to a time when it was under way.
 * notDelivered: no step of the plan is left, and as far as anybody knows it has reached nobody.
 * deadLetter: nobody could carry out its order; it is tried again.
 */
export const taskReasons = ['restored', 'notDelivered', 'deadLetter'] as const;
export type TaskReason = (typeof taskReasons)[number];

export const taskStates = ['open', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export const OneTask = lazy(() => z.strictObject({ taskId: idSchema('task') }));

export const Task = lazy(() =>
  z.object({
    id: idSchema('task'),
    reason: z.enum(taskReasons),
    clientId: idSchema('client'),
    messageId: idSchema('message'),
    deliveryId: idSchema('delivery'),
    createdAt: InstantOut(),
    /** The message's end: the task goes with it. */
    expiresAt: InstantOut(),
    state: z.enum(taskStates),
    done: z.nullable(z.object({ by: z.string(), at: InstantOut() })),
  }),
);
export type Task = z.input<ReturnType<typeof Task>>;

export const TaskEdit = lazy(() => z.strictObject({ state: z.enum(taskStates) }));
