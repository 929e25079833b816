// The adversary of one world on the engine: copies of its tables and its bucket as they are when it looks, and of the log.
import { vi } from 'vitest';
import type { Item } from '#shared/found.ts';
import type { Kind } from '#shared/tables.ts';
import { copiesShelf } from '#test/support/adversary/copies.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import { mayBeKey } from '#test/support/adversary/unseal.ts';
import type { World } from '#test/support/engine.ts';
import type { MemoryHandouts } from '#test/support/memory-handouts.ts';
import { rawItems } from '#test/support/raw-items.ts';

export interface TableThief {
  look(): Promise<void>;
  /** Copies of these alone. */
  keep(items: readonly (Item | undefined)[]): void;
  /** What stands open in all that was ever seen. */
  open(secrets: readonly string[]): string[];
  /** What can be read of all that was ever seen, with the keys as they are now and no history of them. */
  recover(secrets: readonly string[]): Promise<string[]>;
  /** What sealed files alone tell, with the same keys. */
  inFiles(secrets: readonly string[]): Promise<string[]>;
}

/** Listens to the log from here on. */
export function tableThief(world: World & { readonly handouts?: MemoryHandouts }): TableThief {
  const copies = copiesShelf();
  for (const level of ['info', 'warn', 'error', 'log', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => copies.keep('functionLogs', said.map(String).join(' ')));
  const keep: TableThief['keep'] = (items) => {
    for (const item of items) if (item) copies.keep(item.kind as Kind, item);
  };
  const keysLeft = async () => {
    const rows = [...(await rawItems(world, 'registerKeys')), ...(await rawItems(world, 'messageKeys'))];
    return rows.flatMap((row) => Object.values(row).filter(isKey));
  };

  return {
    async look() {
      keep(await rawItems(world, 'records'));
      for (const copy of world.handouts?.copies ?? []) copies.keep('handouts', copy);
    },
    keep,
    open(values) {
      const found = copies.open(values.map(asSecret));
      return values.filter((value) => found.has(value));
    },
    async recover(values) {
      const found = await copies.recover(values.map(asSecret), await keysLeft());
      return values.filter((value) => found.has(value));
    },
    async inFiles(values) {
      const found = Object.values(await copies.inFiles(values.map(asSecret), await keysLeft()));
      return values.filter((value) => found.some((some) => some.has(value)));
    },
  };
}

const asSecret = (value: string): Secret => ({ of: 'world', leaf: value, value, classes: [] });
const isKey = (value: unknown): value is Uint8Array => value instanceof Uint8Array && mayBeKey(value);
