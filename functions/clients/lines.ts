// The called numbers of a client under names that may stand in a URL: the beginning of each one's fingerprint.
import * as z from 'zod/mini';
import type { App } from '#shared/app.ts';
import { hmac } from '#shared/service-keys.ts';

const LENGTH = 22;

/** The name of a called number, as it may stand in a URL: the beginning of its fingerprint. */
export const LineId = () => z.string().check(z.regex(/^lin_[\w-]{22}$/));

/** The fingerprint that a number's row is addressed by. @param key the service's own, `hmac`. */
export const numberHmac = (key: Uint8Array, e164: string): string => hmac(key, 'number', e164);

/** 132 bits: it does not tell the number, and no two are the same. */
export type NameLine = (e164: string) => string;

/** One read for each warm function, of the service's key. */
export async function lineNames({ serviceKeys }: Pick<App, 'serviceKeys'>): Promise<NameLine> {
  const key = await serviceKeys.get('hmac');
  return (e164) => `lin_${numberHmac(key, e164).slice(0, LENGTH)}`;
}
