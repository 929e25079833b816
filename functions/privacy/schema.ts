// The erasure log as the API gives it, and what it shares with the log of the audit.
import * as z from 'zod/mini';
import { Day } from '#privacy/day-head.ts';
import { Limit, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/** A day of the service may hold thousands of leaves: a page is a month at most. */
const MOST_DAYS = 31;

/** Of either log. */
export const DaysQuery = lazy(() =>
  z.strictObject({
    ...pageFields(),
    limit: Limit(MOST_DAYS),
  }),
);

export const PathToRoot = () => z.array(z.object({ side: z.enum(['left', 'right']), hash: z.string() }));

export const signedDay = () => ({
  day: Day(),
  /** JSON text, as it was signed: `version`, `day`, `previous`, `root`, and `log` in the log of the audit. */
  head: z.string(),
  /** SHA-256 of the head, base64url: the `previous` of the next day. */
  hash: z.string(),
  /** ECDSA on P-256 with SHA-256 over the head; DER, base64. */
  signature: z.string(),
  /** SubjectPublicKeyInfo, DER, base64. */
  publicKey: z.string(),
});

const OwnErasures = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    erased: z.int(),
    /** Text; hash it as it stands. */
    leaf: z.string(),
    path: PathToRoot(),
  }),
);
export type OwnErasures = z.infer<ReturnType<typeof OwnErasures>>;

export const ClosedDayView = lazy(() =>
  z.object({
    ...signedDay(),
    /** For privacy officers; null for others, and for a day too large for its row. */
    leaves: z.nullable(z.array(z.string())),
    /** For client admins: of each of their clients with erasures that day. Null as above. */
    own: z.nullable(z.array(OwnErasures())),
  }),
);
export type ClosedDayView = z.infer<ReturnType<typeof ClosedDayView>>;

export const ErasureLogPage = lazy(() => pageOf(ClosedDayView()));
export type ErasureLogPage = z.infer<ReturnType<typeof ErasureLogPage>>;
