// The outbox as it lies in the store, which all tabs of a person share: what is not there any more, another one has sent or taken back.
import type { OutboxItem } from '#web/kept/outbox-moves.ts';
import { ownStore } from '#web/kept/own-store.ts';

const rowOf = (id: string): string => `outbox:${id}`;

/** In memory alone: the store had no room for them, or there is none. They are sent all the same. */
const unkept = new Set<string>();

export async function keepNew(item: OutboxItem): Promise<void> {
  const isKept = await ownStore.value?.put('outbox', rowOf(item.id), item, item.at).then(
    () => true,
    () => false,
  );
  if (!isKept) unkept.add(item.id);
}

/** @returns false where another tab has it, or had it. */
export async function keepAgain(item: OutboxItem): Promise<boolean> {
  const store = ownStore.value;
  if (!store || unkept.has(item.id)) return true;
  return store.putAgain('outbox', rowOf(item.id), item, item.at).catch(() => true);
}

/** @returns false where it was not there any more. */
export async function takeRow(id: string): Promise<boolean> {
  const store = ownStore.value;
  if (unkept.delete(id) || !store) return true;
  return store.take(rowOf(id)).catch(() => true);
}

export async function keptItems(): Promise<readonly OutboxItem[]> {
  const rows = (await ownStore.value?.all<OutboxItem>('outbox').catch(() => [])) ?? [];
  return rows.map(({ value }) => value);
}
