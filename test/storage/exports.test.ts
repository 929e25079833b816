// Exports on the engine: all that was asked for and nothing else, no formula, nobody protected unasked, and flat memory.
import { createHash } from 'node:crypto';
import { type UnzipFileFilter, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Export, ExportInput } from '#exports/schema.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import type { FileLink } from '#jobs/schema.ts';
import { openSealed } from '#jobs/sealed-stream.ts';
import type { JobOrder } from '#jobs/work-job.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { type JobWorld, jobWorld, RUN_MS } from '#test/support/job-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const DAY_MS = 24 * 60 * 60_000;
const EXPORTS = '/v1/clients/{clientId}/exports';

const engine = useEngine();
let world: JobWorld;
let clientId: string;
let anna: string;
let hidden: string;
let admin: Claims;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await jobWorld(engine);
  clientId = (await world.aClient({ name: 'Nordvik Bygg' })).body.id;
  anna = (await world.aStaffMember(clientId, { name: 'Anna Ek', title: '=1+1' })).body.id;
  hidden = (await world.aStaffMember(clientId, { name: 'Hemlig Person', protected: true })).body.id;
  admin = await portalPerson(world, clientId, 'clientAdmin');
});
afterEach(() => vi.restoreAllMocks());

type Asked = { [F in keyof ExportInput]?: ExportInput[F] | undefined };
const create = (body: Asked = {}, claims = admin) =>
  world.privacy<Export & ProblemBody>(`POST ${EXPORTS}`, {
    claims,
    params: { clientId },
    body: { what: ['register', 'messages'], why: 'clientAsked', ...body },
  });
const read = async (exportId: string) =>
  (await world.privacy<Export>(`GET ${EXPORTS}/{exportId}`, { claims: admin, params: { clientId, exportId } })).body;

async function work(): Promise<number | undefined> {
  await world.dispatch();
  return world.receive(world.ordered.at(-1) as JobOrder);
}

/** What is in the file of an export, by name. */
async function filesOf({ file }: Export, filter?: UnzipFileFilter): Promise<Record<string, string>> {
  const { body } = await world.privacy<FileLink>('POST /v1/clients/{clientId}/files/{fileId}/link', {
    claims: admin,
    params: { clientId, fileId: file?.id ?? '' },
  });
  const object = world.handouts.objects.get(`${clientId}/${file?.id}`) as Buffer;
  const pieces: Buffer[] = [];
  for await (const piece of openSealed(Buffer.from(body.key, 'base64'), [object])) pieces.push(piece);
  const zip = Buffer.concat(pieces);
  expect(createHash('sha256').update(zip).digest('hex')).toBe(body.sha256);
  const entries = unzipSync(zip, filter && { filter });
  return Object.fromEntries(Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));
}

async function exported(body: Asked = {}) {
  const asked = (await create(body)).body;
  expect(await work()).toBeUndefined();
  const made = await read(asked.id);
  const files = await filesOf(made);
  return { made, files, manifest: JSON.parse(files['manifest.json'] ?? '') };
}

describe('an export', () => {
  test('holds the register and the messages as JSON, tables and vCards', async () => {
    const { id } = (await world.take(clientId, { staffId: anna, matter: 'Offert;\n"=SUM(A1)"' })).body;

    const { files, made } = await exported();

    expect(Object.keys(files)).toEqual([
      'client.json',
      'answering.json',
      'staff.json',
      'staff.csv',
      'staff.vcf',
      'messages.jsonl',
      'messages.csv',
      'manifest.json',
    ]);
    expect(JSON.parse(files['client.json'] ?? '')).toMatchObject({ name: 'Nordvik Bygg' });
    expect(JSON.parse(files['staff.json'] ?? '')).toMatchObject([{ id: anna, name: 'Anna Ek', title: '=1+1' }]);
    expect(files['staff.csv']).toContain(";'=1+1;");
    expect(files['staff.vcf']).toContain('FN:Anna Ek\r\n');
    expect(JSON.parse(files['messages.jsonl'] ?? '')).toMatchObject({ id, matter: 'Offert;\n"=SUM(A1)"' });
    expect(files['messages.csv']).toContain(';"Offert;\n""=SUM(A1)""";');
    expect(files['messages.csv']).toContain(';Anna Ek;');
    expect(made).toMatchObject({ progress: { state: 'done', done: 2, total: 2 }, counts: { staff: 1, messages: 1 } });
  });

  test('is all done, however little there was, also when its job has been forgotten', async () => {
    const { made } = await exported({ what: ['register'] });
    const job = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'job');
    await world.app.db.commit(
      job.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as { pk: string; sk: string } })),
    );

    const later = await read(made.id);

    expect([made, later].map(({ progress }) => progress)).toEqual([
      { state: 'done', done: 1, total: 1 },
      { state: 'done', done: 1, total: 1 },
    ]);
  });

  test('says in its manifest what is in it, with hashes that hold, and what is not', async () => {
    const { files, manifest } = await exported();

    expect(manifest).toMatchObject({
      schema: 'answeronline-export/1',
      clientId,
      counts: { staff: 1, messages: 0, leftOut: [{ of: 'staff', because: 'protected', count: 1 }] },
    });
    for (const { name, bytes, sha256 } of manifest.files) {
      const text = Buffer.from(files[name] ?? '');
      expect([bytes, sha256]).toEqual([text.length, createHash('sha256').update(text).digest('hex')]);
    }
    expect(manifest.files.map(({ name }: { name: string }) => name).concat('manifest.json')).toEqual(
      Object.keys(files),
    );
  });

  test('holds what was asked for only', async () => {
    const { files } = await exported({ what: ['messages'] });

    expect(Object.keys(files)).toEqual(['messages.jsonl', 'messages.csv', 'manifest.json']);
  });

  test('of nobody and nothing is whole as well', async () => {
    clientId = (await world.aClient()).body.id;
    admin = await portalPerson(world, clientId, 'clientAdmin');

    const { files, manifest } = await exported();

    expect(files['staff.json']).toBe('[]\n');
    expect(manifest.counts).toEqual({ staff: 0, messages: 0, leftOut: [] });
  });

  test('is asked for by privacy officers and admins of the client, with a reason', async () => {
    const own = await portalPerson(world, clientId, 'staffMember', anna);

    for (const claims of [own, world.supervisor, world.operator]) expect((await create({}, claims)).status).toBe(403);
    expect((await create({ why: undefined })).status).toBe(400);
    expect((await create({}, world.officer)).status).toBe(201);
    const audit = (await rawItems(world, 'records')).filter(({ act }) => act === 'createExport');
    expect(audit).toMatchObject([
      { role: 'privacyOfficer', why: 'clientAsked', recordId: expect.stringMatching(/^exp_/) },
    ]);
  });

  test('is made one at a time', async () => {
    await create();

    expect((await create()).body).toMatchObject({ status: 409, code: 'wrong-state' });
    await work();

    expect((await create()).status).toBe(201);
  });

  test('leaves nothing open in the tables', async () => {
    await world.take(clientId, { staffId: anna, matter: 'Offerten' });
    await exported();

    expect(rawText(await rawItems(world, 'records'))).not.toMatch(/Anna|Offerten|Hemlig/);
  });
});

describe('protected people', () => {
  test('are in it where somebody names them, and each is written down', async () => {
    const { files, made } = await exported({ protectedStaff: [hidden] });

    expect(files['staff.json']).toContain('Hemlig Person');
    expect(made.counts?.leftOut).toEqual([]);
    const audit = (await rawItems(world, 'records')).filter(({ act }) => act === 'createExport');
    expect(audit.map(({ recordId }) => recordId).sort()).toEqual([made.id, hidden].sort());
  });

  test('are nowhere in it otherwise: neither their names nor where their messages went', async () => {
    await world.take(clientId, { staffId: hidden, matter: 'Till den som är skyddad' });

    const { files } = await exported();

    const { deliveries, staffId } = JSON.parse(files['messages.jsonl'] ?? '');
    expect(staffId).toBe(hidden);
    expect(deliveries.length).toBeGreaterThan(0);
    for (const { address } of deliveries) expect(address).toBeNull();
    expect(Object.values(files).join()).not.toContain('Hemlig Person');
  });

  test('who are not in the register are refused', async () => {
    const answer = await create({ protectedStaff: [world.app.newId('staff')] });

    expect(answer.body).toMatchObject({ code: 'unknown-staff', errors: [{ pointer: '/protectedStaff/0' }] });
  });
});

describe('time', () => {
  test('of a message that ends sooner than a day after the file leaves it out, and counts it', async () => {
    const { expiresAt } = (await world.take(clientId, { staffId: anna, matter: 'Gammal' })).body;
    world.clock.moveTo(Date.parse(expiresAt) - 3 * DAY_MS);
    await world.take(clientId, { staffId: anna, matter: 'Ny' });

    const seven = await exported({ days: 7 });
    const three = await exported({ days: 3 });
    const two = await exported({ days: 2 });

    expect(seven.files['messages.jsonl']).not.toContain('Gammal');
    expect(three.files['messages.jsonl']).not.toContain('Gammal');
    expect(seven.manifest.counts.leftOut).toContainEqual({ of: 'messages', because: 'endsBefore', count: 1 });
    expect(two.files['messages.jsonl']).toContain('Gammal');
    expect(Date.parse(two.made.file?.endsAt ?? '')).toBe(world.clock.nowMs() + 2 * DAY_MS);
  });

  test('that is up means that it has no file any more, and that it still stands in the list', async () => {
    const { made } = await exported({ days: 1 });

    world.clock.advance(DAY_MS);

    expect(await read(made.id)).toMatchObject({ file: null, counts: { staff: 1 } });
    const list = await world.privacy<{ items: Export[] }>(`GET ${EXPORTS}`, { claims: admin, params: { clientId } });
    expect(list.body.items).toMatchObject([{ id: made.id, file: null }]);
  });
});

describe('what happens meanwhile', () => {
  test('an erasure on request makes it begin anew, and what was erased is in no file that opens', async () => {
    const message = (await world.take(clientId, { staffId: anna, matter: 'Raderas' })).body;
    await create();
    await world.dispatch();
    const order = world.ordered.at(-1) as JobOrder;
    let erased = false;
    const put = vi.spyOn(world.handouts, 'put').mockImplementation(async (name, bytes) => {
      if (!erased) {
        erased = true;
        await world.erase(message);
        await world.app.db.commit([endFilesOf(clientId)]);
      }
      world.handouts.objects.set(name, Buffer.from(bytes));
    });

    expect(await world.receive(order)).toBe(30);
    put.mockRestore();
    expect(await world.receive(order)).toBeUndefined();

    const list = await world.privacy<{ items: Export[] }>(`GET ${EXPORTS}`, { claims: admin, params: { clientId } });
    const files = await filesOf(list.body.items[0] as Export);
    expect(files['messages.jsonl']).toBe('');
  });

  test('somebody who is protected since it began is in none of it: it begins anew', async () => {
    await create();
    await world.dispatch();
    const order = world.ordered.at(-1) as JobOrder;
    const { db } = world.app;
    const query = db.query.bind(db);
    let passes = 0;
    const asked = vi.spyOn(db, 'query').mockImplementation(async (of) => {
      if (of.table === 'registerKeys') passes += 1;
      if (passes === 2) {
        passes += 1;
        await protect(anna);
      }
      return query(of);
    });

    const first = await world.receive(order);
    asked.mockRestore();
    const second = await world.receive(order);

    const list = await world.privacy<{ items: Export[] }>(`GET ${EXPORTS}`, { claims: admin, params: { clientId } });
    const files = await filesOf(list.body.items[0] as Export);
    expect([first, second]).toEqual([30, undefined]);
    expect(list.body.items[0]?.counts).toMatchObject({ staff: 0 });
    expect(Object.values(files).join()).not.toContain('Anna Ek');
  });

  test.each([[['register', 'messages']], [['messages']]] as const)(
    'somebody who is protected while messages are written is in none of it either, of %j',
    async (what) => {
      await world.take(clientId, { staffId: anna });
      await create({ what: [...what] });
      await world.dispatch();
      const order = world.ordered.at(-1) as JobOrder;
      const { db } = world.app;
      const query = db.query.bind(db);
      let isProtected = false;
      const asked = vi.spyOn(db, 'query').mockImplementation(async (of) => {
        const page = await query(of);
        if (!isProtected && of.partition.value.startsWith('MESSAGES#')) {
          isProtected = true;
          await protect(anna);
        }
        return page;
      });

      const first = await world.receive(order);
      asked.mockRestore();
      const second = await world.receive(order);

      const list = await world.privacy<{ items: Export[] }>(`GET ${EXPORTS}`, { claims: admin, params: { clientId } });
      const files = await filesOf(list.body.items[0] as Export);
      expect([first, second]).toEqual([30, undefined]);
      expect(list.body.items[0]?.counts).toMatchObject({ messages: 1 });
      expect(Object.values(files).join()).not.toContain('Anna Ek');
    },
  );

  async function protect(staffId: string): Promise<void> {
    const call = { claims: world.supervisor, params: { clientId, staffId } };
    const path = '/v1/clients/{clientId}/staff/{staffId}';
    const { etag: ifMatch } = await world.directory(`GET ${path}`, call);
    const { status } = await world.directory(`PATCH ${path}`, { ...call, ifMatch, body: { protected: true } });
    if (status !== 200) throw new Error(`Not protected: ${status}`);
  }

  test('one that no run has the time for ends as failed, a supervisor has a task, and it may be asked for again', async () => {
    const { id } = (await create()).body;
    await world.dispatch();
    const order = world.ordered.at(-1) as JobOrder;
    let asked = 0;
    const almostOver = () => (asked++ % 2 === 0 ? RUN_MS : 60_000);

    for (let run = 1; run <= 5; run++) {
      asked = 0;
      await world.receive(order, { remainingMs: almostOver });
    }

    expect((await read(id)).progress).toMatchObject({ state: 'failed' });
    const tasks = (await rawItems(world, 'records')).filter(({ reason }) => reason === 'exportStopped');
    expect(tasks).toMatchObject([{ clientId, refId: id, state: 'open' }]);
    expect((await create()).status).toBe(201);
  });

  test('a run that dies at any point leaves nothing to be fetched, or the whole; the next one makes one file', async () => {
    world.crashes.arm();
    await create();
    await work();
    world.crashes.arm();
    await create();
    await world.dispatch();
    world.crashes.arm();
    await world.receive(world.ordered.at(-1) as JobOrder);
    const points = world.crashes.passed;

    for (let at = 1; at <= points; at++) {
      world.crashes.arm();
      const { id } = (await create()).body;
      await world.dispatch();
      const order = world.ordered.at(-1) as JobOrder;
      world.crashes.arm(at);
      await world.receive(order).catch(() => undefined);
      world.crashes.arm();
      world.clock.advance(RUN_MS + 30_001);

      await world.receive(order);

      const made = await read(id);
      expect(made, `after point ${at}`).toMatchObject({ progress: { state: 'done' }, counts: { staff: 1 } });
      expect(Object.keys(await filesOf(made))).toContain('manifest.json');
    }
  });
});
