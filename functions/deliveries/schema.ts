// Deliveries: one message to one address by one channel, and everything that was tried.
import * as z from 'zod/mini';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

export const channels = ['email', 'sms'] as const;
export type Channel = (typeof channels)[number];

/**
 * queued → sending → accepted → delivered, or held (quiet hours), failed (for good), unknown (nobody can say), cancelled
 * (erased or withdrawn). Accepted is not delivered.
 */
const deliveryStates = [
  'held',
  'queued',
  'sending',
  'accepted',
  'delivered',
  'failed',
  'unknown',
  'cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** Something is still to be sent, or is being sent: what a restore must not send again. */
export const statesUnderWay: ReadonlySet<DeliveryState> = new Set(['held', 'queued', 'sending']);

/** delivered and returned: by a receipt, which is written on the attempt that it is about. */
const attemptOutcomes = ['sending', 'accepted', 'retry', 'failed', 'unknown', 'delivered', 'returned'] as const;
type AttemptOutcome = (typeof attemptOutcomes)[number];

/** As it stands on the record. */
export interface Attempt {
  atMs: number;
  outcome: AttemptOutcome;
  /** The provider's or the network's code: `MessageRejected`, `ECONNRESET`. */
  code?: string;
  /** The provider's id of what it accepted. */
  providerId?: string;
  /** While it is being sent: the name of the claim, by which its maker knows it again. */
  claim?: string;
  /** When the receipt says that it happened. */
  answeredAtMs?: number;
  /** The recipient has called it spam, where the code says something else. */
  complained?: boolean;
}

/** The code of a bounce that may be an automatic reply. */
export const MAYBE_AUTOMATIC = 'BounceTransientGeneral';

/** For certain: what may be an automatic reply says nothing against a delivery, whichever came first. */
export const cameBack = ({ outcome, code }: Attempt): boolean => outcome === 'returned' && code !== MAYBE_AUTOMATIC;

/** As it is answered. */
export const DeliveryView = lazy(() =>
  z.object({
    id: idSchema('delivery'),
    /** The staff member it is meant for; null: the general inbox. */
    staffId: z.nullable(idSchema('staff')),
    /** The colleague whose address it goes to, where a step of the plan says so. */
    viaStaffId: z.nullable(idSchema('staff')),
    /** Of the plan, from 1. */
    step: z.int(),
    channel: z.enum(channels),
    state: z.enum(deliveryStates),
    /** It says that the message was corrected. */
    correction: z.boolean(),
    /** It went, or was to go, to somebody whom the message was not for. */
    withdrawn: z.boolean(),
    /** With `held`, and while a retry waits: not before this time. */
    notBefore: z.nullable(InstantOut()),
    /** Only to those who may see it: supervisors, the client's admins, the person. */
    address: z.nullable(z.string()),
    attempts: z.array(
      z.object({
        at: InstantOut(),
        channel: z.enum(channels),
        outcome: z.enum(attemptOutcomes),
        /** What a receipt tells: when it was delivered, returned, delayed. */
        answeredAt: z.nullable(InstantOut()),
        code: z.nullable(z.string()),
        words: z.object({ sv: z.string(), en: z.string() }),
      }),
    ),
  }),
);
export type DeliveryView = z.input<ReturnType<typeof DeliveryView>>;

/** Ids only: an order outlives its moment in queues and dead letters. */
export const DeliveryOrder = lazy(() =>
  z.strictObject({ clientId: idSchema('client'), messageId: idSchema('message'), deliveryId: idSchema('delivery') }),
);
export type DeliveryOrder = z.output<ReturnType<typeof DeliveryOrder>>;
