// Erasures of clients, and the erasure log, as the API gives them.
import * as z from 'zod/mini';
import { Day } from '#privacy/day-log.ts';
import { InstantOut, Limit, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { reasons } from '#shared/reasons.ts';
import { lazy, roles } from '#shared/route.ts';

/** What there is to say stands in the path. */
export const ClientErasureInput = lazy(() => z.strictObject({}));

export const ClientErasure = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    /** running: not shown any more, and being erased. done: nothing is left but traces. */
    state: z.enum(['running', 'done']),
    requestedAt: InstantOut(),
    doneAt: z.nullable(InstantOut()),
  }),
);
export type ClientErasure = z.infer<ReturnType<typeof ClientErasure>>;

/** A day of the service may hold thousands of leaves: a page is a month at most. */
const MOST_DAYS = 31;

export const ErasureLogQuery = lazy(() =>
  z.strictObject({
    ...pageFields(),
    limit: Limit(MOST_DAYS),
  }),
);

const OwnErasures = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    erased: z.int(),
    /** Text; hash it as it stands. */
    leaf: z.string(),
    path: z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() })),
  }),
);
export type OwnErasures = z.infer<ReturnType<typeof OwnErasures>>;

export const ClosedDayView = lazy(() =>
  z.object({
    day: Day(),
    /** JSON text, as it was signed: `version`, `day`, `previous`, `root`. */
    head: z.string(),
    /** SHA-256 of the head, base64url: the `previous` of the next day. */
    hash: z.string(),
    /** ECDSA on P-256 with SHA-256 over the head; DER, base64. */
    signature: z.string(),
    /** SubjectPublicKeyInfo, DER, base64. */
    publicKey: z.string(),
    /** For privacy officers; null for others, and for a day too large for its row. */
    leaves: z.nullable(z.array(z.string())),
    /** For client admins: of each of their clients with erasures that day. Null as above. */
    own: z.nullable(z.array(OwnErasures())),
  }),
);
export type ClosedDayView = z.infer<ReturnType<typeof ClosedDayView>>;

export const ErasureLogPage = lazy(() => pageOf(ClosedDayView()));
export type ErasureLogPage = z.infer<ReturnType<typeof ErasureLogPage>>;

const AuditEntry = lazy(() =>
  z.object({
    id: idSchema('audit'),
    at: InstantOut(),
    /** Who: a user or a machine client. */
    by: z.string(),
    role: z.enum(roles),
    /** What: the operationId of the route. */
    act: z.string(),
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
export const AuditPage = lazy(() => pageOf(AuditEntry()));
