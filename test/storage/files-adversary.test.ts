// Whoever has kept a copy of everything that ever lay in the bucket and in Records opens none of it with the keys that are left.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endFilesOf } from '#jobs/files-key.ts';
import { beginFile } from '#jobs/make-file.ts';
import { openSealed } from '#jobs/sealed-stream.ts';
import { tendFiles } from '#jobs/tend-files.ts';
import { jointKey } from '#shared/vault.ts';
import { useEngine } from '#test/support/engine.ts';
import { type JobWorld, jobWorld } from '#test/support/job-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

const DAY_MS = 24 * 60 * 60_000;
const SECRET = 'Anna Ek, 070-174 06 50';

const engine = useEngine();
let world: JobWorld;
let clientId: string;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await jobWorld(engine);
  clientId = (await world.aClient()).body.id;
});
afterEach(() => vi.restoreAllMocks());

async function aFile(): Promise<void> {
  const endsAtMs = world.clock.nowMs() + 7 * DAY_MS;
  const plan = { clientId, what: 'report', refId: 'req_1', format: 'json', name: 'report.json', endsAtMs } as const;
  const file = await beginFile(world.app, plan);
  await file.write(Buffer.from(SECRET));
  await file.finish();
}

/** Every key that can be found in what there is, alone and with each other one. */
async function keysLeft(): Promise<Uint8Array[]> {
  const items = [...(await rawItems(world, 'registerKeys')), ...(await rawItems(world, 'messageKeys'))];
  const single = items.flatMap((item) => Object.values(item).filter((value) => value instanceof Uint8Array));
  return [...single, ...single.flatMap((one) => single.map((other) => jointKey(one, other)))];
}

async function opens(copy: Buffer): Promise<boolean> {
  for (const key of await keysLeft())
    try {
      for await (const piece of openSealed(key, [copy])) if (piece.includes('Anna')) return true;
    } catch {
      // Not this key.
    }
  return false;
}

describe('a copy of a file', () => {
  test('opens for whoever has the keys too, while the file stands: the attack is a real one', async () => {
    await aFile();

    expect(await opens(world.handouts.copies[0] as Buffer)).toBe(true);
  });

  test('is noise when its time is over', async () => {
    await aFile();
    world.clock.advance(7 * DAY_MS);

    await tendFiles(world.app, () => true);

    expect(await opens(world.handouts.copies[0] as Buffer)).toBe(false);
  });

  test('is noise as soon as something of the client is erased on request, whatever is made after that', async () => {
    await aFile();
    await world.app.db.commit([endFilesOf(clientId)]);

    expect(await opens(world.handouts.copies[0] as Buffer)).toBe(false);
    await aFile();

    expect(await opens(world.handouts.copies[0] as Buffer)).toBe(false);
    expect(await opens(world.handouts.copies[1] as Buffer)).toBe(true);
  });
});
