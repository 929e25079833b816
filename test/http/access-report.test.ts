// An access report on the runner, from the telephone call to the file that the client's admin opens: real jobs, queues, bucket and keys.
import { beforeAll, describe, expect, test } from 'vitest';
import { openSealed } from '#jobs/sealed-stream.ts';
import { AccessReport } from '#requests/report-schema.ts';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { readPdf } from '#test/support/read-pdf.ts';

const COLLEAGUE = 'disa.report@nordvik.example';
const PHONE = '070-174 06 50';

let world: HttpWorld;
let officer: string;
let admin: { email: string; token: string };
let requestId: string;
let messageId: string;

const path = (rest = '') => world.path(`/subject-requests/${requestId}${rest}`);
const step = (body: object, token = officer): Promise<Json> =>
  made(world.call('POST', path('/steps'), { body, token }), 200);
const standing = (token = officer): Promise<Json> => made(world.call('GET', path('/report'), { token }), 200);

async function until(isSo: (standing: Json) => boolean): Promise<Json> {
  const giveUpAt = performance.now() + 30_000;
  for (;;) {
    const now = await standing();
    if (isSo(now)) return now;
    if (performance.now() > giveUpAt) throw new Error(`Never came: ${JSON.stringify(now)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

beforeAll(async () => {
  world = await openWorld();
  officer = await world.privacyOfficer();
  admin = await world.addUser('clientAdmin');
  // Both admins are told of each step, and the colleague gets the message.
  expectRecipients(admin.email, world.signatory.email, COLLEAGUE);
  const staffId = await world.addStaff({ name: 'Disa Ek', emails: [{ address: COLLEAGUE }] });
  const body = { staffId, caller: { name: 'Eva Ask', phone: PHONE }, matter: 'Ring Karin Berg om taket' };
  messageId = (await made(world.take(body))).id;
  await world.untilDone(messageId);
  const logged = { kind: 'access', who: { names: ['Eva Ask'], phones: ['0701740650'] }, text: 'Vad har ni om mig?' };
  requestId = (
    await made(world.call('POST', world.path('/subject-requests'), { body: logged, token: await world.operator() }))
  ).id;
});

describe('an access report', () => {
  test('is not begun before the client has said so', async () => {
    const { status, body } = await world.call('POST', path('/steps'), { body: { step: 'prepare' }, token: officer });

    expect([status, body.code]).toEqual([409, 'instruction-missing']);
  });

  test('begins with a search that finds the caller by the number, however it was written', async () => {
    await step({ step: 'forward' });
    await step({ step: 'instruct', decision: 'carryOut' }, admin.token);
    await step({ step: 'identify', method: 'calledBack' });
    await step({ step: 'prepare' });

    const searched = await until(({ searchedAt }) => searchedAt !== null);
    const { items } = await made(world.call('GET', path('/findings?store=message'), { token: officer }), 200);

    expect(searched).toMatchObject({ search: { state: 'done' }, searchAgain: false, unreadable: 0, report: null });
    expect(items).toMatchObject([
      { id: `message#${messageId}`, as: ['caller'], how: ['phone', 'name'], doubtful: false, third: 'toReview' },
    ]);
  });

  test('is for privacy officers to prepare, and for nobody else', async () => {
    const answers = await Promise.all(
      [admin.token, world.supervisor, await world.operator()].map((token) =>
        world.call('GET', path('/findings'), { token }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });

  test('hides whom somebody has marked, is released, fetched through a link, and opens with its key', async () => {
    const masked = { id: `message#${messageId}`, third: 'masked', masks: [{ code: 'matter', passage: 'Karin Berg' }] };
    await made(world.call('PATCH', path('/findings'), { body: { findings: [masked] }, token: officer }), 200);
    const rest = { where: { third: 'toReview' }, set: { decision: 'include', third: 'shown' } };
    await made(world.call('PATCH', path('/findings'), { body: rest, token: officer }), 200);
    await made(world.call('POST', path('/report'), { body: { language: 'en' }, token: officer }), 202);
    await until(({ report }) => report?.madeAt !== null);
    const before = await standing(admin.token);
    await step({ step: 'release' });
    const { report } = await standing(admin.token);

    const opened = await Promise.all(
      report.files.map(async ({ fileId }: Json) => {
        const link = world.path(`/files/${fileId}/link`);
        const { url, key } = await made(world.call('POST', link, { token: admin.token }), 200);
        const sealed = Buffer.from(await (await fetch(url)).arrayBuffer());
        const pieces: Buffer[] = [];
        for await (const piece of openSealed(Buffer.from(key, 'base64'), [sealed])) pieces.push(piece);
        return Buffer.concat(pieces);
      }),
    );

    expect(before.report).toBeNull();
    expect(report.files.map(({ format }: Json) => format)).toEqual(['json', 'pdf']);
    const told = AccessReport().parse(JSON.parse(opened[0]?.toString('utf8') ?? ''));
    expect(told.title).toBe('Access report');
    expect(JSON.stringify(told)).toContain('Ring […] om taket');
    expect(JSON.stringify(told)).not.toContain('Karin');
    const paper = await readPdf(opened[1] ?? Buffer.alloc(0));
    expect([paper.language, paper.title]).toEqual(['en-GB', 'Access report – Eva Ask']);
    expect(paper.text).toContain('Ring […] om taket');
    expect(paper.text).not.toContain('Karin');
  });

  test('is closed with its request, and nobody decides any more', async () => {
    await step({ step: 'close', outcome: 'carriedOut' });

    const closed = await made(world.call('GET', path(''), { token: officer }), 200);

    expect(closed).toMatchObject({ state: 'closed', outcome: 'carriedOut' });
    expect(
      (await world.call('PATCH', path('/findings'), { body: { where: {}, set: { third: 'none' } }, token: officer }))
        .status,
    ).toBe(409);
  });
});
