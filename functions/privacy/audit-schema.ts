// The audit as the API gives it: rows, and closed days.
import * as z from 'zod/mini';
import { PathToRoot, signedDay } from '#privacy/schema.ts';
import { Instant, InstantOut, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { reasons } from '#shared/reasons.ts';
import { lazy, roles } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';

/** A client, or `service` for what belongs to none. */
const Home = () => z.union([idSchema('client'), z.literal(SERVICE)]);
export const HomeParams = lazy(() => z.strictObject({ clientId: Home() }));

const AuditEntry = lazy(() =>
  z.object({
    id: idSchema('audit'),
    at: InstantOut(),
    /** Who: a user or a machine client. */
    by: z.string(),
    role: z.enum(roles),
    /** What: the operationId of the route. */
    act: z.string(),
    /** Which of the things that the route can do, such as the step of a request: a code. */
    detail: z.nullable(z.string()),
    /** With which record; null where there is no single one. */
    recordId: z.nullable(z.string()),
    /** Where a reason is asked for: as it was given, or `call` or `upkeep`, which routes say by themselves. */
    why: z.nullable(z.enum(reasons)),
    /** The subject request that it was done for. */
    requestId: z.nullable(idSchema('request')),
    /** The row as text, over which its day is closed: hash it as it stands. */
    leaf: z.string(),
  }),
);
export type AuditEntry = z.infer<ReturnType<typeof AuditEntry>>;
export const AuditPage = lazy(() =>
  z.object({
    clientId: Home(),
    /** What was asked for; null: from the beginning, until now. */
    from: z.nullable(InstantOut()),
    to: z.nullable(InstantOut()),
    items: z.array(AuditEntry()),
    nextCursor: z.nullable(z.string()),
  }),
);

export type AuditPage = z.infer<ReturnType<typeof AuditPage>>;

export const AuditQuery = lazy(() =>
  z.strictObject({
    ...pageFields(),
    /** At or after. */
    from: z.optional(Instant()),
    /** At or before. */
    to: z.optional(Instant()),
  }),
);

const OwnActs = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    rows: z.int(),
    /** Text; hash it as it stands. */
    leaf: z.string(),
    path: PathToRoot(),
  }),
);
export type OwnActs = z.infer<ReturnType<typeof OwnActs>>;

export const AuditDayView = lazy(() =>
  z.object({
    log: z.literal('audit'),
    ...signedDay(),
    /** For privacy officers; null for others, and for a day too large for its row. */
    leaves: z.nullable(z.array(z.string())),
    /** For client admins: of each of their clients with rows that day. Null as above. */
    own: z.nullable(z.array(OwnActs())),
  }),
);
export type AuditDayView = z.infer<ReturnType<typeof AuditDayView>>;

export const AuditLogPage = lazy(() => pageOf(AuditDayView()));
export type AuditLogPage = z.infer<ReturnType<typeof AuditLogPage>>;
