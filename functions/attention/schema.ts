// Tasks: what a person has to look at, and why. Of the message only whom it is for, and when: it is read by its own route.
import * as z from 'zod/mini';
import { taskMatters } from '#attention/matters.ts';
import { InstantOut, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';

const NOTE_MAX_LENGTH = 1_000;

/**
 * restored: nobody can say whether it was sent, for the tables were restored to a time when it was under way.
 * notDelivered: no step of the plan is left, and as far as anybody knows it has reached nobody.
 * deadLetter: nobody could carry out its order; it is tried again.
 * misdirected: it was for somebody else. Was it a personal data incident? A supervisor says.
 * returnedLater: it came back after it had been told as delivered.
 */
export const taskReasons = ['restored', 'notDelivered', 'deadLetter', 'misdirected', 'returnedLater'] as const;
export type TaskReason = (typeof taskReasons)[number];

export const taskStates = ['open', 'done'] as const;
export type TaskState = (typeof taskStates)[number];

export const OneTask = lazy(() => z.strictObject({ taskId: idSchema('task') }));

const signed = () => ({ by: z.string(), at: InstantOut() });

/** How far it is. */
const standing = () => ({
  state: z.enum(taskStates),
  /** Who looks after it just now. */
  claimed: z.nullable(z.object(signed())),
  done: z.nullable(z.object({ ...signed(), note: z.nullable(z.string()) })),
});

export const MessageTask = lazy(() =>
  z.object({
    id: idSchema('task'),
    reason: z.enum(taskReasons),
    clientId: idSchema('client'),
    clientName: z.string(),
    messageId: idSchema('message'),
    /** Whom the message is for; null: the general inbox. */
    staffId: z.nullable(idSchema('staff')),
    /** When the call was. */
    takenAt: InstantOut(),
    deliveryId: idSchema('delivery'),
    createdAt: InstantOut(),
    /** The message's end: the task goes with it. */
    expiresAt: InstantOut(),
    ...standing(),
    /** What was tried, as it stands now; addresses stand on the message, for those who may see them. */
    tried: z.array(
      z.object({
        deliveryId: idSchema('delivery'),
        channel: z.string(),
        /** Of the plan, from 1. */
        step: z.int(),
        state: z.string(),
        /** Of the last attempt; null: none was made. */
        at: z.nullable(InstantOut()),
        code: z.nullable(z.string()),
        words: z.nullable(z.object({ sv: z.string(), en: z.string() })),
      }),
    ),
  }),
);
export type MessageTask = z.input<ReturnType<typeof MessageTask>>;

export const MatterTask = lazy(() =>
  z.object({
    id: idSchema('task'),
    reason: z.enum(taskMatters),
    /** `service`: our own. */
    clientId: z.union([idSchema('client'), z.literal(SERVICE)]),
    clientName: z.nullable(z.string()),
    /** A request, an agreement, an erasure, …: its id. */
    refId: z.string(),
    createdAt: InstantOut(),
    expiresAt: InstantOut(),
    ...standing(),
  }),
);
export type MatterTask = z.input<ReturnType<typeof MatterTask>>;

/** About a message, or for a supervisor about something else. */
export const Task = lazy(() => z.union([MessageTask(), MatterTask()]));
export type Task = z.input<ReturnType<typeof Task>>;

export const TaskEdit = lazy(() =>
  z
    .strictObject({
      state: z.optional(z.enum(taskStates)),
      /** true: I look after it. false: nobody does. */
      claimed: z.optional(z.boolean()),
      /** What was done; it is sealed, and goes with the message. Of a task without a message there is none. */
      note: z.optional(z.nullable(Text(NOTE_MAX_LENGTH))),
    })
    .check(
      z.refine(({ state, claimed }) => (state === undefined) !== (claimed === undefined), {
        path: ['state'],
        error: 'Either a state, or whether it is claimed',
      }),
      z.refine(({ state, note }) => note === undefined || state === 'done', {
        path: ['note'],
        error: 'Only with the state done',
      }),
    ),
);
export type TaskEdit = z.output<ReturnType<typeof TaskEdit>>;

/** `Fel mottagare`: whom it is for. */
export const Misdirected = lazy(() =>
  z.strictObject({
    /** null: the general inbox. */
    staffId: z.nullable(idSchema('staff')),
    /** Whom it is taken back from; absent: the recipient, or the general inbox where nobody is named. */
    from: z.optional(z.nullable(idSchema('staff'))),
  }),
);
