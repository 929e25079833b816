// Tasks: what a person has to look at, and why. Ids only: the message itself is read by its own route.
import * as z from 'zod/mini';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/**
 * restored: nobody can say whether it was sent, for the tables were restored to a time when it was under way.
 * misdirected: it was for somebody else. Was it a personal data incident? A supervisor says.
 * returnedLater: it came back after it had been told as delivered.
 */
const taskReasons = ['restored', 'misdirected', 'returnedLater'] as const;
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

/** `Fel mottagare`: whom it is for. */
export const Misdirected = lazy(() =>
  z.strictObject({
    /** null: the general inbox. */
    staffId: z.nullable(idSchema('staff')),
    /** Whom it is taken back from; absent: the recipient, or the general inbox where nobody is named. */
    from: z.optional(z.nullable(idSchema('staff'))),
  }),
);
