// The adversary and one person: exports, reports and everything else tell nothing of her once she is erased, of others all.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSealed } from '#jobs/sealed-stream.ts';
import { type Attack, attack, told } from '#test/support/adversary/attack.ts';
import { erased, exported } from '#test/support/adversary/erasing.ts';
import { finderOf } from '#test/support/adversary/find-secrets.ts';
import { type Asked, asked } from '#test/support/adversary/requesting.ts';
import { readFile } from '#test/support/adversary/sealed-files.ts';
import type { Teller } from '#test/support/adversary/teller.ts';
import type { Json } from '#test/support/http-world.ts';
import { startRunner } from '#test/support/runner.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let house: Attack;
let say: Teller['say'];
let params: { clientId: string };
let tokens: Record<'officer' | 'colleague' | 'admin', string>;
/** As she stands in the register. */
let who: { names: string[]; phones: string[]; emails: string[] };
let request: Asked;
let byItself: string;

/** What is hers alone, and what she and somebody else have a part in; what was erased by itself. */
const hers = ['anna', 'her account', 'to her', 'from her', 'by itself'];
const others = ['client', 'bo', 'to bo', 'service', 'agreement'];
const requests = ['her request', 'her access'];

/** On top of the life that everybody has: she signs in, is written to, and calls; others are written to, of others. */
beforeAll(async () => {
  house = await attack(await startRunner({ args: ['--tape'] }), { withTroubles: false });
  const { runner, life } = house;
  const { teller, flock, clientId, staff } = life;
  params = { clientId };
  say = teller.say;
  const admin = flock.user('clientAdmin') as { email: string };
  await say('inviteUser', { of: 'admin', params, body: admin });
  await say('inviteOperator', { of: 'officer', body: { ...flock.user('privacyOfficer') } });
  const colleague = teller.secrets.findLast(({ leaf }) => leaf === 'inviteOperator email')?.value ?? '';
  tokens = {
    officer: await runner.userToken('privacy@answeronline.example'),
    colleague: await runner.userToken(colleague),
    admin: await runner.userToken(admin.email),
  };
  await say('inviteUser', { of: 'her account', params, body: { ...flock.user('staffMember'), staffId: staff.anna } });
  const anna = await say('readStaffMember', { of: 'anna', params: { clientId, staffId: staff.anna } });
  who = { names: [anna.name], phones: [anna.phones[0].number], emails: [anna.emails[0].address] };
  const caller = { name: anna.name, phone: anna.phones[0].number };
  await say('takeMessage', { of: 'to her', params, body: flock.message({ staffId: staff.anna }) });
  await say('takeMessage', { of: 'from her', params, body: { ...flock.message({ staffId: staff.bo }), caller } });
  byItself = (await say('takeMessage', { of: 'by itself', params, body: flock.message({ staffId: staff.bo }) })).id;
  await say('takeMessage', { of: 'to bo', params, body: flock.message({ staffId: staff.bo }) });
  await house.takeCopies();
});
afterAll(() => house?.end());

const asking = (of: string) => ({
  say,
  flock: house.life.flock,
  ...params,
  token: tokens.officer,
  admin: tokens.admin,
  of,
});

/** The places of their secrets of which these texts tell. */
function toldIn(texts: readonly Uint8Array[], ...owners: string[]): string[] {
  const found = new Set<string>();
  const secrets = house.secretsOf(...owners);
  const { find } = finderOf(secrets.map(({ value }) => value));
  for (const text of texts) find(text, found);
  return told(secrets.filter(({ value }) => found.has(value)));
}

/** By what she was looked for: it stands in what she asked for, as long as that is kept. */
const lookedFor = (): string[] => toldIn([Buffer.from(JSON.stringify(who))], ...hers);

const withToken = (path: string) =>
  fetch(`${house.runner.origin}/v1/clients/${params.clientId}${path}`, {
    headers: { authorization: `Bearer ${tokens.officer}` },
  });

async function opened(fileId: string): Promise<Buffer> {
  const link: Json = await say('linkFile', { of: 'file', token: tokens.officer, params: { ...params, fileId } });
  const sealed = Buffer.from(await (await fetch(link.url)).arrayBuffer());
  const pieces: Buffer[] = [];
  for await (const piece of openSealed(Buffer.from(link.key, 'base64'), [sealed])) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('while she is there', () => {
  test('an export and a report tell of her, and the adversary opens both, on paper and for machines', async () => {
    const fileId = await exported({ say, ...params, first: tokens.admin });
    await house.takeCopies();
    const archive = await readFile(await opened(fileId));
    const found = await house.inFiles(...hers, 'bo', 'to bo');

    expect(toldIn(archive.texts, 'anna')).toEqual(expect.arrayContaining(['anna: changeStaffMember name']));
    expect(found.zip).toEqual(expect.arrayContaining(['to her: takeMessage matter', 'to bo: takeMessage matter']));
    for (const kind of ['zip', 'pdf', 'text'] as const)
      expect(found[kind], kind).toEqual(expect.arrayContaining(['anna: changeStaffMember name']));
  });

  test('all that is kept of her, of others, and of her account can be read with the keys', async () => {
    expect(await house.recovered(...hers, ...others)).toEqual(house.all(...hers, ...others));
  });
});

describe('a message that is erased on request, and a person', () => {
  test('are gone with a certificate each, in which there is no word of theirs', async () => {
    const { admin, officer, colleague } = tokens;
    const ofMessage = { what: 'message', messageId: byItself, why: 'clientAsked' };
    const first = await erased({ say, ...params, first: admin, second: officer }, ofMessage);
    await exported({ say, ...params, first: admin });
    request = await asked(asking('her request'), { kind: 'erasure', who: { ...who, staffId: house.life.staff.anna } });
    await request.search();
    // Names of this flock are much alike: what a name alone tells of is somebody else's.
    await request.decideAll('leave');
    await house.takeCopies();
    const ofPerson = { what: 'person', requestId: request.id };
    const second = await erased({ say, ...params, first: officer, second: colleague }, ofPerson);
    await house.takeCopies();

    for (const certificateId of [first, second]) {
      const json = await withToken(`/certificates/${certificateId}`);
      const pdf = await withToken(`/certificates/${certificateId}/document`);
      const paper = await readFile(Buffer.from(await pdf.arrayBuffer()));
      expect([json.status, pdf.status, paper.kind]).toEqual([200, 200, 'pdf']);
      expect(toldIn([Buffer.from(await json.text()), ...paper.texts], ...hers, ...requests)).toEqual([]);
    }
  });

  test('25 hours later no copy yields more of her than what she was looked for by, no file anything, and of others all stands', async () => {
    await house.moveBy(25 * HOUR_MS);

    expect((await house.recovered(...hers)).filter((one) => !lookedFor().includes(one))).toEqual([]);
    expect(await house.inFiles(...hers, ...others, ...requests)).toEqual({ zip: [], pdf: [], text: [] });
    expect(await house.recovered(...others)).toEqual(house.all(...others));
  });
});

describe('an access report about her', () => {
  test('has nothing but what she asked for', async () => {
    const access = await asked(asking('her access'), { kind: 'access', who });
    await access.search();
    await access.decideAll('leave');
    const found = (await access.findings()).filter(({ decision }) => decision === 'include');
    const files = await access.report();
    await house.takeCopies();
    const read = await Promise.all(files.map(async ({ fileId }) => readFile(await opened(fileId))));
    await access.step({ step: 'release' });
    for (const one of [request, access]) await one.step({ step: 'close', outcome: 'carriedOut' });

    expect(new Set(found.map(({ store }) => store))).toEqual(new Set(['request']));
    expect(read.map(({ kind }) => kind).sort()).toEqual(['pdf', 'text']);
    for (const { texts } of read) {
      expect(toldIn(texts, ...hers).filter((one) => !lookedFor().includes(one))).toEqual([]);
      expect(toldIn(texts, ...hers)).toContain('anna: changeStaffMember name');
    }
  });

  test('and what she asked for are gone too when their time is over: no recorded copy yields anything of her', async () => {
    await house.moveBy(91 * DAY_MS);
    await house.moveBy(25 * HOUR_MS);

    expect(await house.recovered(...hers, ...requests)).toEqual([]);
    expect(await house.inFiles(...hers, ...requests)).toEqual({ zip: [], pdf: [], text: [] });
    expect(await house.recovered('to bo', 'agreement')).toEqual(house.all('to bo', 'agreement'));
  });

  test('has strayed nowhere, and no letter says what she asked for', async () => {
    const outbox = await house.runner.outbox();

    expect(house.spy.copies.strays(house.life.teller.secrets)).toEqual([]);
    expect(outbox.filter(({ text }) => /begäran/i.test(text)).length).toBeGreaterThan(2);
    const letters = outbox.map((sent) => Buffer.from(JSON.stringify(sent)));
    const ofHers = new Set(who.names.concat(who.phones, who.emails));
    const words = house.secretsOf('request', ...requests).filter(({ value }) => !ofHers.has(value));
    expect(toldIn(letters, 'request', ...requests).filter((one) => told(words).includes(one))).toEqual([]);
  });
});
