// The adversary of one world on the engine: copies of its tables as they are when it looks, and of the log.
import { vi } from 'vitest';
import type { Item } from '#shared/found.ts';
import type { Kind } from '#shared/tables.ts';
import { copiesShelf } from '#test/support/adversary/copies.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import { mayBeKey } from '#test/support/adversary/unseal.ts';
import type { World } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

export interface TableThief {
  look(): Promise<void>;
  /** Copies of these alone. */
  keep(items: readonly (Item | undefined)[]): void;
  /** What stands open in all that was ever seen. */
  open(secrets: readonly string[]): string[];
  /** What can be read of all that was ever seen, with the keys as they are now and no history of them. */
  recover(secrets: readonly string[]): Promise<string[]>;
}

/** Listens to the log from here on. */
export function tableThief(world: World): TableThief {
  const copies = copiesShelf();
  for (const level of ['info', 'warn', 'error', 'log', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => copies.keep('functionLogs', said.map(String).join(' ')));
  const keep: TableThief['keep'] = (items) => {
    for (const item of items) if (item) copies.keep(item.kind as Kind, item);
  };
  const keyRows = async () => [...(await rawItems(world, 'registerKeys')), ...(await rawItems(world, 'messageKeys'))];

  return {
    async look() {
      keep(await rawItems(world, 'records'));
    },
    keep,
    open(values) {
      const found = copies.open(values.map(asSecret));
      return values.filter((value) => found.has(value));
    },
    async recover(values) {
      const keys = (await keyRows()).flatMap((row) => Object.values(row).filter(isKey));
      const found = copies.recover(values.map(asSecret), keys);
      return values.filter((value) => found.has(value));
    },
  };
}

const asSecret = (value: string): Secret => ({ of: 'world', leaf: value, value, classes: [] });
const isKey = (value: unknown): value is Uint8Array => value instanceof Uint8Array && mayBeKey(value);
