// Erasures and the sealed files that wait in the bucket: with every copy, and all the keys that are left, none of them opens.
import { beforeEach, expect, test, vi } from 'vitest';
import { workErasure } from '#erasures/work-erasure.ts';
import type { Export } from '#exports/schema.ts';
import { workExport } from '#exports/work-export.ts';
import { openSealed } from '#jobs/sealed-stream.ts';
import { jointKey } from '#shared/vault.ts';
import { mayBeKey } from '#test/support/adversary/unseal.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { type MemoryHandouts, memoryHandouts } from '#test/support/memory-handouts.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runJobs } from '#test/support/run-jobs.ts';

const engine = useEngine();
let world: ErasingWorld;
let client: FullClient;
let handouts: MemoryHandouts;
let objects: Buffer[];

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  client = await aFullClient(world, (await world.aClient()).body.id);
  handouts = memoryHandouts();
  const body = { what: ['register', 'messages'], why: 'clientAsked' };
  const call = { claims: world.officer, params: { clientId: client.id }, body };
  await world.privacy<Export>('POST /v1/clients/{clientId}/exports', call);
  await work();
  objects = [...handouts.objects.values()];
});

const work = () =>
  runJobs(world, { ...world.app, handouts }, { export: workExport, erase: workErasure }, () => 15 * 60_000);

async function opens(key: Uint8Array, object: Buffer): Promise<boolean> {
  try {
    for await (const _ of openSealed(key, [object])) return true;
  } catch {
    return false;
  }
  return false;
}

/** Each key that is left, and each pair of them joined. */
async function opened(): Promise<number> {
  const rows = await rawItems(world, 'registerKeys');
  const keys = rows.flatMap((row) => Object.values(row)).filter((value): value is Uint8Array => isKey(value));
  const all = [...keys, ...keys.flatMap((one) => keys.map((other) => jointKey(one, other)))];
  let count = 0;
  for (const object of objects) for (const key of all) if (await opens(key, object)) count += 1;
  return count;
}

const isKey = (value: unknown) => value instanceof Uint8Array && mayBeKey(value);

const waysToErase: readonly [string, () => Promise<unknown>][] = [
  ['a message by a DELETE', () => world.erase({ clientId: client.id, id: client.messageIds[0] ?? '' })],
  [
    'a staff member by a DELETE',
    () =>
      world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
        claims: world.supervisor,
        params: { clientId: client.id, staffId: client.staffIds[0] ?? '' },
      }),
  ],
  [
    'a message on request',
    async () => {
      const body = { what: 'message', messageId: client.messageIds[0], why: 'complaint' };
      await world.confirm((await world.ask(client.id, body)).body);
      await work();
    },
  ],
  [
    'the register',
    async () => {
      const asked = await world.ask(client.id, { what: 'register', messages: 'keep', why: 'clientAsked' });
      await work();
      await world.confirm(asked.body);
    },
  ],
  [
    'the client',
    async () => {
      await world.end(client.id);
      await world.eraseClient(client.id);
    },
  ],
];

test.each(waysToErase)('%s ends every file that waits, before anything else is known of it', async (_, erase) => {
  const before = await opened();

  await erase();

  expect(objects).toHaveLength(1);
  expect(before).toBe(1);
  expect(await opened()).toBe(0);
});
