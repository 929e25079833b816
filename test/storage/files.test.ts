// Sealed files on the engine: made as a stream, fetched by those who may, and noise as soon as any of their keys is gone.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FilePlan } from '#jobs/file.ts';
import { releaseFile } from '#jobs/file.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { beginFile, FilesEndedError } from '#jobs/make-file.ts';
import type { FileLink } from '#jobs/schema.ts';
import { openSealed } from '#jobs/sealed-stream.ts';
import { tendFiles } from '#jobs/tend-files.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { type JobWorld, jobWorld } from '#test/support/job-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const DAY_MS = 24 * 60 * 60_000;
const SECRET = 'Anna Ek, 070-174 06 50. ';

const engine = useEngine();
let world: JobWorld;
let clientId: string;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await jobWorld(engine);
  clientId = (await world.aClient()).body.id;
});
afterEach(() => vi.restoreAllMocks());

const planOf = (changes: Partial<FilePlan> = {}): FilePlan => ({
  clientId,
  what: 'export',
  refId: 'exp_1',
  format: 'json',
  name: 'export.json',
  endsAtMs: world.clock.nowMs() + 7 * DAY_MS,
  ...changes,
});

async function aFile(text = SECRET, plan: Partial<FilePlan> = {}): Promise<string> {
  const file = await beginFile(world.app, planOf(plan));
  await file.write(Buffer.from(text));
  await file.finish();
  return file.id;
}

const ask = (fileId: string, claims = world.officer, of = clientId) =>
  world.privacy<FileLink & ProblemBody>('POST /v1/clients/{clientId}/files/{fileId}/link', {
    claims,
    params: { clientId: of, fileId },
  });

const objectOf = (fileId: string, of = clientId) => world.handouts.objects.get(`${of}/${fileId}`) as Buffer;

async function opened(key: string, object: Buffer): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of openSealed(Buffer.from(key, 'base64'), [object])) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

const rowsOf = async (fileId: string) => ({
  records: (await rawItems(world, 'records')).filter(({ sk }) => sk === fileId).length,
  keys: (await rawItems(world, 'registerKeys')).filter(({ sk }) => sk === fileId).length,
});

describe('a file', () => {
  test('opens with the key of its link, and says what is in it', async () => {
    const fileId = await aFile();

    const { status, body, headers } = await ask(fileId);

    expect(status).toBe(200);
    expect(await opened(body.key, objectOf(fileId))).toBe(SECRET);
    expect(body).toMatchObject({
      url: `https://handouts.example/${clientId}/${fileId}?until=${world.clock.nowMs() + 900_000}`,
      format: 'json',
      name: 'export.json',
      bytes: SECRET.length,
      sha256: createHash('sha256').update(SECRET).digest('hex'),
    });
    expect(Date.parse(body.expiresAt)).toBe(world.clock.nowMs() + 900_000);
    expect(headers['cache-control']).toBe('no-store');
  });

  test('of any length goes out in parts of some megabytes, and comes back whole', async () => {
    const text = SECRET.repeat(Math.ceil((20 * 1024 * 1024) / SECRET.length));
    const fileId = await aFile(text);

    const { key } = (await ask(fileId)).body;

    expect(await opened(key, objectOf(fileId))).toBe(text);
    expect(world.handouts.copies.length).toBeGreaterThan(2);
    for (const part of world.handouts.copies.slice(0, -1)) {
      expect(part.length).toBeGreaterThanOrEqual(5 * 1024 * 1024);
      expect(part.length).toBeLessThan(10 * 1024 * 1024);
    }
  });

  test('leaves nothing of itself in tables or bucket that could be read', async () => {
    await aFile();

    const everything = [
      rawText(await rawItems(world, 'records')),
      ...world.handouts.copies.map((copy) => copy.toString('latin1')),
    ];

    for (const text of everything) expect(text).not.toContain('Anna');
  });

  test('costs one read and 11 units of writes, and the first of a client 2 more for the key of all', async () => {
    const first = await world.meter.measure(() => aFile());
    const second = await world.meter.measure(() => aFile());

    expect(first.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 3 }, readUnits: 1, writeUnits: 13 });
    expect(second.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 2 },
      readUnits: 1,
      writeUnits: 11,
    });
  });

  test('that is not finished cannot be fetched, and is gone an hour later', async () => {
    const file = await beginFile(world.app, planOf());
    await file.write(Buffer.from(SECRET));

    expect((await ask(file.id)).status).toBe(404);
    world.clock.advance(60 * 60_000);
    await runAs('tend-privacy', () => tendFiles(world.app, () => true));

    expect(await rowsOf(file.id)).toEqual({ records: 0, keys: 0 });
  });
});

describe('the link', () => {
  test('is for privacy officers and admins of the client, and for nobody else', async () => {
    const fileId = await aFile();
    const admin = await portalPerson(world, clientId, 'clientAdmin');
    const other = (await world.aClient()).body.id;
    const elsewhere = await portalPerson(world, other, 'clientAdmin');
    const own = await portalPerson(world, clientId, 'staffMember', 'stf_1');

    expect((await ask(fileId, admin)).status).toBe(200);
    expect((await ask(fileId, elsewhere)).status).toBe(404);
    expect((await ask(fileId, elsewhere, other)).status).toBe(404);
    for (const claims of [own, world.supervisor, world.operator]) expect((await ask(fileId, claims)).status).toBe(403);
  });

  test('of a file that is held back is for privacy officers until it is released', async () => {
    const fileId = await aFile(SECRET, { heldBack: true });
    const admin = await portalPerson(world, clientId, 'clientAdmin');

    expect((await ask(fileId, admin)).status).toBe(404);
    expect((await ask(fileId)).status).toBe(200);
    await world.app.db.commit([releaseFile(clientId, fileId)]);

    expect((await ask(fileId, admin)).status).toBe(200);
  });

  test('to a file of the service’s own is for privacy officers', async () => {
    const fileId = await aFile(SECRET, { clientId: SERVICE });
    const admin = await portalPerson(world, clientId, 'clientAdmin');

    const { status, body } = await ask(fileId, world.officer, SERVICE);

    expect(status).toBe(200);
    expect(await opened(body.key, objectOf(fileId, SERVICE))).toBe(SECRET);
    expect((await ask(fileId, admin, SERVICE)).status).toBe(404);
  });

  test('leaves a row in the audit, and costs five reads and one transaction', async () => {
    const fileId = await aFile();

    const { tally } = await world.meter.measure(() => ask(fileId));

    expect(tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 5,
      writeUnits: 5,
    });
    const audit = (await rawItems(world, 'records')).filter(({ act }) => act === 'linkFile');
    expect(audit).toMatchObject([{ pk: recordKeys.auditOf(clientId).pk, recordId: fileId, role: 'privacyOfficer' }]);
  });
});

describe('the end', () => {
  test('comes on time: key, object and row are gone', async () => {
    const fileId = await aFile();
    world.clock.advance(7 * DAY_MS - 1);
    expect(await runAs('tend-privacy', () => tendFiles(world.app, () => true))).toBe(0);

    world.clock.advance(1);
    expect((await ask(fileId)).status).toBe(404);
    expect(await runAs('tend-privacy', () => tendFiles(world.app, () => true))).toBe(1);

    expect(await rowsOf(fileId)).toEqual({ records: 0, keys: 0 });
    expect(world.handouts.objects.size).toBe(0);
  });

  test('that dies at any point is finished by the next run, and the key is never the last to go', async () => {
    world.crashes.arm();
    await aFile();
    world.clock.advance(7 * DAY_MS);
    world.crashes.arm();
    await runAs('tend-privacy', () => tendFiles(world.app, () => true));
    const points = world.crashes.passed;

    for (let at = 1; at <= points; at++) {
      world.crashes.arm();
      const fileId = await aFile();
      world.clock.advance(7 * DAY_MS);
      world.crashes.arm(at);
      await runAs('tend-privacy', () => tendFiles(world.app, () => true)).catch(() => undefined);
      world.crashes.arm();
      const half = await rowsOf(fileId);
      if (!world.handouts.objects.has(`${clientId}/${fileId}`)) expect(half.keys).toBe(0);

      await runAs('tend-privacy', () => tendFiles(world.app, () => true));

      expect(await rowsOf(fileId), `after point ${at}`).toEqual({ records: 0, keys: 0 });
      expect(world.handouts.objects.size).toBe(0);
    }
  });

  test('of all files of a client is one delete: what was copied of them is noise, and no link is given', async () => {
    const [one, two] = [await aFile(), await aFile()];
    const others = (await world.aClient()).body.id;
    const other = await aFile(SECRET, { clientId: others });

    await world.app.db.commit([endFilesOf(clientId)]);

    for (const fileId of [one, two]) expect((await ask(fileId)).status).toBe(404);
    expect((await ask(other, world.officer, others)).status).toBe(200);
    await aFile();
    for (const fileId of [one, two]) expect((await ask(fileId)).status).toBe(404);
  });

  test('that comes while a file is made makes that file end too', async () => {
    const file = await beginFile(world.app, planOf());
    await file.write(Buffer.from(SECRET));
    await world.app.db.commit([endFilesOf(clientId)]);

    await expect(file.finish()).rejects.toThrow(FilesEndedError);

    expect((await ask(file.id)).status).toBe(404);
  });

  test('that comes and is followed by a new file makes the one before it end all the same', async () => {
    const file = await beginFile(world.app, planOf());
    await world.app.db.commit([endFilesOf(clientId)]);
    await aFile();

    await expect(file.finish()).rejects.toThrow(FilesEndedError);
  });
});
