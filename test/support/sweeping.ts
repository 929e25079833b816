// The sweeper as its function makes it, on a world of messages.
import { sweepExpired } from '#messages/sweep-expired.ts';
import type { SweepApp, SweepReport } from '#messages/sweep-page.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { MessagesWorld } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

export interface Sweeping {
  sweep(mayGoOn?: () => boolean): Promise<SweepReport>;
  /** What is left of messages: `message`, `delivery`, `key` (with a key in it), `row` (without, but still to be swept). */
  left(): Promise<string[]>;
}

export function sweeping(world: MessagesWorld): Sweeping {
  const app: SweepApp = { ...world.app, bulk: new BulkWrites(world.client, world.tables, jitteredWait) };
  return {
    sweep: (mayGoOn = () => true) => sweepExpired(app, mayGoOn),
    async left() {
      const records = (await rawItems(world, 'records')).map(({ kind }) => kind as string);
      const rows = await rawItems(world, 'messageKeys');
      return [
        ...records.filter((kind) => kind === 'message' || kind === 'delivery'),
        ...rows.flatMap((row) => (row.key || row.noteKey || row.bodyMac ? ['key'] : row.expiryDay ? ['row'] : [])),
      ].sort();
    },
  };
}
