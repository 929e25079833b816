// Desks that were opened this shift: readable while the service is away, with the time they are from.
import { serverNowMs } from '#web/api/server-clock.ts';
import { ownStore } from '#web/kept/own-store.ts';

const MOST = 30;

export interface KeptDesk<T> {
  readonly view: T;
  readonly fetchedAtMs: number;
}

interface Row<T> extends KeptDesk<T> {
  readonly clientId: string;
}

const rowOf = (clientId: string): string => `desk:${clientId}`;

export const keptDesks = {
  async put<T>(clientId: string, view: T): Promise<void> {
    const store = ownStore.value;
    if (!store) return;
    await store.put('desk', rowOf(clientId), { clientId, view, fetchedAtMs: serverNowMs() } satisfies Row<T>);
    const all = await store.all<Row<unknown>>('desk');
    for (const { id } of all.slice(0, Math.max(0, all.length - MOST))) await store.delete(id);
  },

  async get<T>(clientId: string): Promise<KeptDesk<T> | undefined> {
    return (await ownStore.value?.get<Row<T>>(rowOf(clientId)))?.value;
  },

  /** Of the service no answer comes: the clients whose desks are still here, newest first. */
  async all<T>(): Promise<readonly Row<T>[]> {
    const rows = (await ownStore.value?.all<Row<T>>('desk')) ?? [];
    return rows.map(({ value }) => value).reverse();
  },
};
