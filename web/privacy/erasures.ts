// Erasures on request as they are asked for, read, confirmed and gone on with, and their certificates.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body, Client, Query, Reply } from '#web/api/types.ts';
import { everyPage } from '#web/privacy/pages.ts';

export type Erasure = Reply<'readErasure'>;
export type ErasureRow = Reply<'listErasures'>['items'][number];
export type ErasureBody = Body<'askForErasure'>;
export type LeavingReason = NonNullable<Erasure['byHand'][number]['because']>;

const PAGE = 50;
const list = '/v1/clients/{clientId}/erasures' as const;
const one = '/v1/clients/{clientId}/erasures/{erasureId}' as const;

export const erasuresOf = (clientId: string): Cached<ErasureRow[]> =>
  cached(`erasures:${clientId}`, () =>
    everyPage<ErasureRow>((query) => ask(api.GET(list, { params: { path: { clientId }, query } }))),
  );

export type ErasureState = NonNullable<Query<'listAllErasures'>['state']>;
type Shown = Pick<Reply<'listAllErasures'>, 'items' | 'nextCursor'>;

/** A page may be empty and still have a next one: what has changed since it was listed is left out. */
async function anyFrom(state: ErasureState, start: string | null): Promise<Outcome<Shown>> {
  for (let cursor = start; ; ) {
    const query = { state, limit: PAGE, ...(cursor !== null && { cursor }) };
    const page: Outcome<Shown> = await ask(api.GET('/v1/erasures', { params: { query } }));
    if (page.kind !== 'ok' || page.value.items.length > 0 || page.value.nextCursor === null) return page;
    cursor = page.value.nextCursor;
  }
}

/** Of all clients. */
export const anyErasures = (state: ErasureState): Cached<Shown> =>
  cached(`any-erasures:${state}`, () => anyFrom(state, null));

/** Older ones come below those that are shown. */
export function showOlder(state: ErasureState): Promise<Outcome<Shown>> {
  const source = anyErasures(state);
  const shown = source.value.peek() ?? { items: [], nextCursor: null };
  return source.change(shown, async () => {
    const page = await anyFrom(state, shown.nextCursor);
    if (page.kind !== 'ok') return page;
    return { ...page, value: { ...page.value, items: [...shown.items, ...page.value.items] } };
  });
}

export const erasureOf = (clientId: string, erasureId: string): Cached<Erasure> =>
  cached(`erasure:${erasureId}`, () => ask(api.GET(one, { params: { path: { clientId, erasureId } } })));

/** null for one that is erased: its erasures stand still. */
export const clientOf = (clientId: string): Cached<Client | null> =>
  cached(`erasures-client:${clientId}`, async (): Promise<Outcome<Client | null>> => {
    const outcome = await ask(api.GET('/v1/clients/{clientId}', { params: { path: { clientId } } }));
    return outcome.kind === 'problem' && outcome.code === 'erased' ? { kind: 'ok', value: null, etag: null } : outcome;
  });

export const askForErasure = (clientId: string, body: ErasureBody, key: string) =>
  ask(api.POST(list, { params: { path: { clientId }, header: { 'Idempotency-Key': key } }, body }));

const path = ({ clientId, id }: Pick<Erasure, 'clientId' | 'id'>) => ({ clientId, erasureId: id });

export const confirmErasure = (erasure: Erasure): Promise<Outcome<Erasure>> =>
  erasureOf(erasure.clientId, erasure.id).change(erasure, () =>
    ask(api.POST(`${one}/confirmation`, { params: { path: path(erasure) }, body: {} })),
  );

export const continueErasure = (
  erasure: Erasure,
  left: { id: string; because: LeavingReason }[],
): Promise<Outcome<Erasure>> =>
  erasureOf(erasure.clientId, erasure.id).change(erasure, () =>
    ask(api.POST(`${one}/continuation`, { params: { path: path(erasure) }, body: { left } })),
  );

export const withdrawErasure = (erasure: Erasure) => ask(api.DELETE(one, { params: { path: path(erasure) } }));

/** As it is to be checked: one object, with what is signed as a text in it. */
export async function readCertificateFile(clientId: string, certificateId: string): Promise<Outcome<Blob>> {
  const outcome = await ask(
    api.GET('/v1/clients/{clientId}/certificates/{certificateId}', { params: { path: { clientId, certificateId } } }),
  );
  return outcome.kind === 'ok'
    ? { ...outcome, value: new Blob([`${JSON.stringify(outcome.value, null, 2)}\n`], { type: 'application/json' }) }
    : outcome;
}
