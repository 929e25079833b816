// A closed day, as it stands in the evidence under `closed/` or `audit/`: it is put there once, and every other copy is made from it.
import * as z from 'zod/mini';
import { lazy } from '#shared/route.ts';

export const ClosedDay = lazy(() =>
  z.object({
    /** JSON as it was signed. */
    head: z.string(),
    /** DER, base64. */
    signature: z.string(),
    /** SubjectPublicKeyInfo, DER, base64. */
    publicKey: z.string(),
    leaves: z.array(z.string()),
    /** Of a day of the audit, by client: a line for each row. */
    rows: z.optional(z.record(z.string(), z.array(z.string()))),
  }),
);
export type ClosedDay = z.infer<ReturnType<typeof ClosedDay>>;

/** @throws Error that names the object. */
export function parseClosedDay(name: string, text: string): ClosedDay {
  try {
    return ClosedDay().parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${name} is no closed day`, { cause });
  }
}
