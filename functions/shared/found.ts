// What is asked of the tables in one batch, and what was found there.
import type { ItemKey, TableId } from '#shared/tables.ts';

export type Item = Record<string, unknown>;

export interface ReadRequest {
  table: TableId;
  key: ItemKey;
}

/** What a batch read found, by address. */
export class Found {
  readonly #items = new Map<string, Item>();

  add(table: TableId, item: Item): void {
    this.#items.set(addressOf(table, item), item);
  }

  get(request: ReadRequest): Item | undefined {
    return this.#items.get(addressOf(request.table, request.key));
  }
}

export const addressOf = (table: TableId, item: Item) =>
  table === 'messageKeys' ? `${table} ${item.id}` : `${table} ${item.pk} ${item.sk}`;
