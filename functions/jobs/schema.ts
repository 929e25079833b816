// What the routes of files take and answer.
import * as z from 'zod/mini';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';

/** `service` for the client: a file about our own records. */
export const FileParams = lazy(() =>
  z.strictObject({ clientId: z.union([idSchema('client'), z.literal(SERVICE)]), fileId: idSchema('file') }),
);

export const FileLink = lazy(() =>
  z.object({
    /** Leads to the sealed file for fifteen minutes. */
    url: z.url(),
    /** 32 bytes in base64: what opens it. */
    key: z.string(),
    format: z.enum(['json', 'pdf', 'zip']),
    /** What to call it where it is saved. */
    name: z.string(),
    /** Of the file when it is open. */
    bytes: z.int(),
    /** SHA-256 of it, in hex. */
    sha256: z.string(),
    expiresAt: InstantOut(),
  }),
);
export type FileLink = z.output<ReturnType<typeof FileLink>>;
