// Suppressed addresses, as they are answered.
import * as z from 'zod/mini';
import { channels } from '#deliveries/schema.ts';
import { InstantOut, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const Suppression = lazy(() =>
  z.object({
    id: idSchema('suppression'),
    /** Whose address it is; null: the general inbox's. */
    staffId: z.nullable(idSchema('staff')),
    channel: z.enum(channels),
    /** null for operators. */
    address: z.nullable(z.string()),
    /** bounce and invalidNumber: there is no such address. complaint, optOut: the recipient has asked for nothing more. */
    reason: z.enum(['bounce', 'complaint', 'optOut', 'invalidNumber']),
    since: InstantOut(),
  }),
);
export type Suppression = z.input<ReturnType<typeof Suppression>>;

export const SuppressionPage = lazy(() => pageOf(Suppression()));

export const OneSuppression = lazy(() =>
  z.strictObject({ clientId: idSchema('client'), suppressionId: idSchema('suppression') }),
);
