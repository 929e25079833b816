// When the client opens next: for those who may ask for its days. Others are away until the next morning.
import { type Cached, cached } from '#web/api/cached.ts';

export const nextOpeningOf = (clientId: string, mayAsk: boolean): Cached<number | undefined> =>
  cached(`opening:${clientId}:${mayAsk}`, async () => ({ kind: 'ok', value: undefined, etag: null }));
