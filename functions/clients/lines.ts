// The called numbers of a client under names that may stand in a URL: the beginning of each one's fingerprint.

import type { App } from '#shared/app.ts';
import { hmac } from '#shared/service-keys.ts';

const LENGTH = 22;

/** The fingerprint that a number's row is addressed by. @param key the service's own, `hmac`. */
export const numberHmac = (key: Uint8Array, e164: string): string => hmac(key, 'number', e164);

/** 132 bits: nobody finds the number, and no two are the same. */
export const lineOf = (key: Uint8Array, e164: string): string => `lin_${numberHmac(key, e164).slice(0, LENGTH)}`;

/** One read for each warm function, for the service's key. */
export const lineId = async (app: Pick<App, 'serviceKeys'>, e164: string): Promise<string> =>
  lineOf(await app.serviceKeys.get('hmac'), e164);
