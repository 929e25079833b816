// The access report on the engine: decided first, then written for machines and for people, released, and gone in time.
import { beforeEach, describe, expect, test } from 'vitest';
import { endFilesOf } from '#jobs/files-key.ts';
import { type Finding, findingsPage, reviewAgain } from '#requests/findings.ts';
import { HIDDEN } from '#requests/report-schema.ts';
import { newId } from '#shared/ids.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { newKey } from '#shared/vault.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { freeJobs } from '#test/support/run-jobs.ts';
import { type SearchingWorld, searchingWorld } from '#test/support/searching-world.ts';

const DAY_MS = 86_400_000;
const PHONE = '070-174 06 50';

const engine = useEngine();
let world: SearchingWorld;

beforeEach(async () => {
  world = await searchingWorld(engine);
});

const message = async (body: object) => {
  world.clock.advance(1_000);
  const answer = await world.take(world.clientId, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
};

const aColleague = async () => (await world.aStaffMember(world.clientId, { name: 'Disa Ek', alsoKnownAs: [] })).body.id;

/** Everything included, and nothing hidden. */
const showAll = (requestId: string, home?: string) =>
  world.decide(requestId, { where: {}, set: { decision: 'include', third: 'shown' } }, home);

describe('before a report', () => {
  test('each finding is decided, and looked at for other people', async () => {
    const staffId = await aColleague();
    await message({ staffId, caller: { name: 'Eva Ask' }, matter: 'Ring Karin' });
    const requestId = await world.searched({ names: ['Eva Ask'] });

    const undecided = await world.order(requestId);
    await world.decide(requestId, { where: {}, set: { decision: 'include' } });
    const notLookedAt = await world.order(requestId);
    await showAll(requestId);
    const ordered = await world.order(requestId);

    expect([undecided, notLookedAt].map(codeOf)).toEqual(['wrong-state', 'wrong-state']);
    expect([undecided, notLookedAt].map(({ body }) => body.detail)).toEqual([
      '1 findings are not decided yet',
      'In 2 findings nobody has looked for other people yet',
    ]);
    expect(ordered.status).toBe(202);
  });

  test('whoever is known by more than was searched for is searched for again', async () => {
    const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Anna Karlsson' });
    const requestId = await world.searched({ names: ['Anna Karlsson'] });
    await world.decide(requestId, { findings: [{ id: `staff#${staff.id}`, decision: 'include', third: 'none' }] });

    const ordered = await world.order(requestId);

    expect([ordered.status, ordered.body.detail]).toEqual([
      409,
      'More is known about the person than was searched for: search again',
    ]);
  });
});

describe('a report', () => {
  test('tells art. 15 whole: what there is, what for, from where, to whom, how long, and what rights there are', async () => {
    const staffId = await aColleague();
    const taken = await message({ staffId, caller: { name: 'Eva Ask', phone: PHONE }, matter: 'Ring om taket' });
    const requestId = await world.searched({ names: ['Eva Ask'], phones: [PHONE] });
    await showAll(requestId);

    const standing = await world.reported(requestId);
    const report = await world.reportOf(requestId);

    expect(standing.report).toMatchObject({ job: { state: 'done' }, changed: 0, madeAt: expect.any(String) });
    expect(standing.report?.files.map(({ format, language }) => [format, language])).toEqual([
      ['json', 'sv'],
      ['pdf', 'sv'],
    ]);
    expect(report).toMatchObject({
      schema: 'answeronline/access-report/1',
      language: 'sv',
      title: 'Registerutdrag',
      requestId,
      controller: { name: 'Kvarngärdets El' },
      subject: { names: ['Eva Ask'], phones: [PHONE], emails: [], staffId: null },
    });
    expect(report.about.rights.map(({ article }) => article)).toEqual([
      'Artikel 16',
      'Artikel 17',
      'Artikel 18',
      'Artikel 20',
      'Artikel 21',
    ]);
    expect(report.about.subProcessors[0]).toMatchObject({ country: 'Luxemburg' });
    expect(report.about.retention).toContainEqual({
      of: 'Telefonmeddelanden',
      until: '6 månader efter samtalet, sedan kan ingen läsa dem',
    });
    const messages = report.sections.find(({ store }) => store === 'message');
    expect(messages?.entries).toMatchObject([
      { id: taken, as: ['caller'], foundBy: ['phone', 'name'], keptUntil: '2027-05-23T07:00:01.000Z', hidden: false },
    ]);
    const told = Object.fromEntries(messages?.entries[0]?.fields.map(({ code, words }) => [code, words]) ?? []);
    expect(told).toMatchObject({
      'caller.name': 'Eva Ask',
      'caller.phone': PHONE,
      matter: 'Ring om taket',
      urgency: 'normalt',
    });
    expect(report.searched.find(({ stores }) => stores.includes('delivery'))).toMatchObject({
      result: 'found',
      count: 1,
    });
    expect(report.searched.find(({ stores }) => stores.includes('mailboxes'))).toMatchObject({ result: 'notSearched' });
  });

  test('names nobody of the service, and shows a colleague’s address to nobody else', async () => {
    const operatorName = 'Olle Ask';
    await world.aUser(SERVICE, 'operator', operatorName, 'olle@answeronline.example');
    const staffId = (
      await world.aStaffMember(world.clientId, { name: 'Disa Ek', emails: [{ address: 'disa@kvarngardet.example' }] })
    ).body.id;
    await message({ staffId, caller: { phone: PHONE }, matter: 'Ring' });
    const requestId = await world.searched({ phones: [PHONE] });
    await showAll(requestId);

    await world.reported(requestId);

    const text = JSON.stringify(await world.reportOf(requestId));
    expect(text).not.toContain(operatorName);
    expect(text).not.toContain('disa@kvarngardet.example');
    expect(text).not.toContain(staffId);
    expect(text).not.toMatch(/usr_/);
  });

  test('hides what somebody has said is about others, in every place of it, for machines and for people', async () => {
    const staffId = await aColleague();
    const taken = await message({
      staffId,
      caller: { phone: PHONE, company: 'Berg Bygg' },
      matter: 'Karin Berg hämtar. Ring Karin Berg på 08-410 700 99, eller mig',
    });
    await world.call('PATCH /v1/clients/{clientId}/messages/{messageId}', {
      claims: world.operator,
      params: { clientId: world.clientId, messageId: taken },
      body: { note: 'KARIN BERG hämtar nog, +46841070099' },
      ifMatch: (await world.read({ clientId: world.clientId, id: taken })).etag,
    });
    const requestId = await world.searched({ phones: [PHONE] });
    const [shown] = await world.list(requestId, { store: 'message' });
    await world.decide(requestId, {
      findings: [
        {
          id: `message#${taken}`,
          third: 'masked',
          masks: [
            { code: 'matter', passage: 'Karin Berg' },
            { code: 'matter', passage: 'Berg hämtar' },
            { code: 'matter', passage: 'Berg' },
            { code: 'matter', passage: '08-410 700 99' },
          ],
        },
      ],
    });
    await world.decide(requestId, { where: { third: 'toReview' }, set: { third: 'shown' } });

    const { report } = await world.reported(requestId);

    expect(shown?.fields.find(({ code }) => code === 'matter')?.others).toEqual(['08-410 700 99']);
    const entry = (await world.reportOf(requestId)).sections.find(({ store }) => store === 'message')?.entries[0];
    expect(entry?.hidden).toBe(true);
    expect(entry?.fields.find(({ code }) => code === 'matter')?.value).toBe(
      `${HIDDEN}. Ring ${HIDDEN} på ${HIDDEN}, eller mig`,
    );
    expect(entry?.fields.find(({ code }) => code === 'note')?.words).toBe(`${HIDDEN} nog, ${HIDDEN}`);
    expect(entry?.fields.find(({ code }) => code === 'caller.company')?.value).toBe(HIDDEN);
    const pdf = report?.files.find(({ format }) => format === 'pdf');
    const { text } = await readPdf((await world.fileOf(pdf?.fileId ?? ''))?.bytes ?? new Uint8Array());
    expect(text).toContain('Registerutdrag');
    expect(text).not.toMatch(/Karin|Berg|hämtar|700 ?99/i);
  });

  test.each(['+46841070099', '4107'])(
    'hides a number of which "%s" is marked, for machines and for people',
    async (passage) => {
      const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Bertil Öst', alsoKnownAs: [] });
      const caller = { name: 'Eva Ask', phone: '08-410 700 99' };
      const taken = await message({ staffId: staff.id, caller, matter: 'Ring efter fem' });
      const requestId = await world.searched({ staffId: staff.id });
      const codes = ['caller.phone', 'caller.name'];
      const masks = [{ code: 'caller.name' }, { code: 'caller.phone', passage }];
      await world.decide(requestId, { findings: [{ id: `message#${taken}`, third: 'masked', masks }] });
      await world.decide(requestId, { where: { third: 'toReview' }, set: { third: 'shown' } });

      const { report } = await world.reported(requestId);

      const entry = (await world.reportOf(requestId)).sections.find(({ store }) => store === 'message')?.entries[0];
      const told = entry?.fields
        .filter(({ code }) => codes.includes(code))
        .flatMap(({ value, words }) => [value, words]);
      const pdf = report?.files.find(({ format }) => format === 'pdf');
      const { text } = await readPdf((await world.fileOf(pdf?.fileId ?? ''))?.bytes ?? new Uint8Array());
      expect(new Set(told)).toEqual(new Set([HIDDEN]));
      expect(text).toContain('Ring efter fem');
      expect(text).not.toMatch(/0?8[- ]?410|700 99|Eva/);
    },
  );

  test('counts nobody as having looked where a mask would hide nothing, and points at it', async () => {
    const staffId = await aColleague();
    const taken = await message({ staffId, caller: { phone: PHONE }, matter: 'Ring Karin Berg' });
    const requestId = await world.searched({ phones: [PHONE] });
    const hide = (masks?: { code: string; passage?: string }[]) =>
      world.decide(requestId, { findings: [{ id: `message#${taken}`, third: 'masked', ...(masks && { masks }) }] });

    const refused = [
      await hide([{ code: 'matter', passage: 'Karin' }, { code: 'mater' }]),
      await hide([{ code: 'matter', passage: 'karin berg' }]),
      await hide([{ code: 'note', passage: 'Karin Berg' }]),
      await hide([{ code: 'matter', passage: ' ' }]),
      await hide([]),
      await hide(),
    ];
    const described = await world.decide(requestId, { where: { store: 'message' }, set: { third: 'masked' } });

    expect(refused.map(({ status, body }) => [status, body.errors?.map(({ pointer }) => pointer)])).toEqual([
      [400, ['/findings/0/masks/1/code']],
      [400, ['/findings/0/masks/0/passage']],
      [400, ['/findings/0/masks/0/code']],
      [400, ['/findings/0/masks/0/passage']],
      [400, ['/findings/0/third']],
      [400, ['/findings/0/third']],
    ]);
    expect(described.body.changed).toBe(0);
    expect((await world.list(requestId, { store: 'message' })).map(({ third }) => third)).toEqual(['toReview']);
  });

  test('of a member of the staff hides the callers, as the service suggests, and tells the rest', async () => {
    const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Bertil Öst', alsoKnownAs: [] });
    await message({ staffId: staff.id, caller: { name: 'Eva Ask', phone: PHONE }, matter: 'Ring efter fem' });
    const requestId = await world.searched({ staffId: staff.id });
    await world.decide(requestId, { where: { store: 'message' }, set: { third: 'masked' } });
    await world.decide(requestId, { where: { third: 'toReview' }, set: { third: 'shown' } });

    await world.reported(requestId, { language: 'en' });

    const report = await world.reportOf(requestId);
    const entry = report.sections.find(({ store }) => store === 'message')?.entries[0];
    const told = Object.fromEntries(entry?.fields.map(({ code, value }) => [code, value]) ?? []);
    expect(report.title).toBe('Access report');
    expect(told).toMatchObject({ 'caller.name': HIDDEN, 'caller.phone': HIDDEN, matter: 'Ring efter fem' });
    expect(entry?.parts[0]?.fields.find(({ code }) => code === 'deliveries.0.address')?.value).toBe(
      staff.emails[0]?.address,
    );
    expect(report.sections.map(({ store }) => store)).toEqual(['staff', 'message', 'request', 'audit']);
  });

  test('leaves out messages that have less than two days left, counts them, and ends a day before the first of the rest', async () => {
    const staffId = await aColleague();
    await message({ staffId, caller: { phone: PHONE }, matter: 'Gammalt' });
    world.clock.advance(3 * DAY_MS);
    const stays = await message({ staffId, caller: { phone: PHONE }, matter: 'Nyare' });
    const expiresMs = Date.parse((await world.read({ clientId: world.clientId, id: stays })).body.expiresAt);
    world.clock.advance(Date.parse('2027-05-23T00:00:00Z') - world.clock.nowMs());
    const requestId = await world.searched({ phones: [PHONE] });
    await showAll(requestId);

    const { report } = await world.reported(requestId);

    const told = await world.reportOf(requestId);
    expect(told.sections.find(({ store }) => store === 'message')?.entries.map(({ id }) => id)).toEqual([stays]);
    expect(told.leftOut).toEqual([{ count: 1, why: expect.stringContaining('inom två dygn') }]);
    expect(report?.files.map(({ endsAt }) => Date.parse(endsAt))).toEqual([expiresMs - DAY_MS, expiresMs - DAY_MS]);
  });

  test('hides what has changed since somebody looked at it, and is not released before it is looked at again', async () => {
    const staffId = await aColleague();
    const taken = await message({ staffId, caller: { phone: PHONE }, matter: 'Ring mig' });
    const requestId = await world.searched({ phones: [PHONE] });
    await showAll(requestId);
    await world.call('POST /v1/clients/{clientId}/messages/{messageId}/corrections', {
      claims: world.operator,
      params: { clientId: world.clientId, messageId: taken },
      body: { caller: { phone: PHONE }, matter: 'Ring mig, inte Karin' },
      ifMatch: (await world.read({ clientId: world.clientId, id: taken })).etag,
    });

    const { report } = await world.reported(requestId);

    expect(report?.changed).toBe(1);
    expect(JSON.stringify(await world.reportOf(requestId))).not.toContain('Karin');
    expect((await world.list(requestId, { third: 'toReview' })).map(({ id }) => id)).toEqual([`message#${taken}`]);
    expect(codeOf(await world.step(requestId, { step: 'release' }))).toBe('wrong-state');
  });
});

test('what somebody decides while a report is written is not taken back by it', async () => {
  await message({ staffId: await aColleague(), caller: { phone: PHONE }, matter: 'Ring mig' });
  const requestId = await world.searched({ phones: [PHONE] });
  await showAll(requestId);
  const { findings } = await findingsPage(world.app, requestId, { store: 'message' });
  const [read] = findings;
  if (!read) throw new Error('Nothing was found');
  world.clock.advance(1_000);
  await showAll(requestId);

  await reviewAgain(world.app, world.clientId, read);

  const [after] = (await findingsPage(world.app, requestId, { store: 'message' })).findings;
  expect(after?.third).toBe('shown');
  expect(after?.decidedAtMs).toBeGreaterThan(read.decidedAtMs ?? 0);
});

test('what nobody has decided, for it was sure, is to be looked at where it has changed', async () => {
  await message({ staffId: await aColleague(), caller: { phone: PHONE }, matter: 'Ring mig' });
  const requestId = await world.searched({ phones: [PHONE] });
  const { findings } = await findingsPage(world.app, requestId, { store: 'message' });
  const [{ decidedAtMs, ...read } = {} as Finding] = findings;

  await reviewAgain(world.app, world.clientId, read);

  expect(decidedAtMs).toBeUndefined();
  expect((await findingsPage(world.app, requestId, { store: 'message' })).findings[0]?.third).toBe('toReview');
});

test('a report that is ordered and made while somebody decides otherwise is not released', async () => {
  await message({ staffId: await aColleague(), caller: { phone: PHONE }, matter: 'Ring mig' });
  const requestId = await world.searched({ phones: [PHONE] });
  await showAll(requestId);
  let isMade = false;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'TransactWriteItemsCommand' && !isMade) {
        isMade = true;
        await world.reported(requestId);
      }
      return next(args);
    },
    { step: 'initialize', name: 'betweenReadAndWrite' },
  );

  await world.decide(requestId, { where: { store: 'message' }, set: { decision: 'leave' } });
  world.client.middlewareStack.remove('betweenReadAndWrite');

  expect(isMade).toBe(true);
  expect(codeOf(await world.step(requestId, { step: 'release' }))).toBe('wrong-state');
});

describe('a report that was made', () => {
  const made = async () => {
    const staffId = await aColleague();
    await message({ staffId, caller: { phone: PHONE }, matter: 'Ring mig' });
    const requestId = await world.searched({ phones: [PHONE] });
    await showAll(requestId);
    const { report } = await world.reported(requestId);
    return { requestId, files: report?.files ?? [] };
  };

  test("is the client's to fetch once it is released, and not before", async () => {
    const { requestId, files } = await made();

    const before = await world.standing(requestId, world.admin);
    const held = await world.fileOf(files[0]?.fileId ?? '');
    const released = await world.step(requestId, { step: 'release' });
    const after = await world.standing(requestId, world.admin);

    expect(before.body).toMatchObject({ search: null, findings: null, report: null });
    expect(held?.file.heldBack).toBe(true);
    expect(released.status).toBe(200);
    expect(after.body).toMatchObject({
      search: null,
      findings: null,
      report: { files: [{ format: 'json' }, { format: 'pdf' }] },
    });
    expect((await world.fileOf(files[0]?.fileId ?? ''))?.file.heldBack).toBe(false);
  });

  test('is all done, and so is its search, also when their jobs have been forgotten', async () => {
    const { requestId } = await made();
    const before = (await world.standing(requestId)).body;
    const jobs = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'job');
    await world.app.db.commit(
      jobs.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as { pk: string; sk: string } })),
    );

    const after = (await world.standing(requestId)).body;

    const all = before.findings?.all ?? 0;
    expect(all).toBeGreaterThan(0);
    expect([before.report?.job, after.report?.job, after.search]).toMatchObject([
      { state: 'done', done: all, total: all },
      { state: 'done', done: all, total: all },
      { state: 'done', done: all, total: all },
    ]);
    expect(before.search?.total).toBe(before.search?.done);
  });

  test('is nobody’s any more when somebody decides otherwise, and opens no more', async () => {
    const { requestId, files } = await made();

    await world.decide(requestId, { where: { store: 'message' }, set: { decision: 'leave' } });

    expect(codeOf(await world.step(requestId, { step: 'release' }))).toBe('wrong-state');
    expect((await world.standing(requestId)).body.report).toBeNull();
    expect(await world.fileOf(files[0]?.fileId ?? '')).toBeUndefined();
  });

  test('opens no more when something of the client is erased on request, and is not released then', async () => {
    const { requestId, files } = await made();

    await world.app.db.commit([endFilesOf(world.clientId)]);

    expect(await world.fileOf(files[0]?.fileId ?? '')).toBeUndefined();
    expect(codeOf(await world.step(requestId, { step: 'release' }))).toBe('wrong-state');
  });

  const takesBack = {
    'a new instruction': { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Ett brev' },
    'the instruction to refuse': { step: 'instruct', decision: 'refuse', given: 'email', text: 'Tvist' },
    'another search': { step: 'prepare' },
    'the end of a request that is withdrawn': { step: 'close', outcome: 'withdrawn' },
    'the end of one that was logged by mistake': { step: 'close', outcome: 'mistaken' },
  };
  test.each(Object.entries(takesBack))('opens no more after %s', async (_, step) => {
    const { requestId, files } = await made();

    const { status } = await world.step(requestId, step);

    expect(status).toBe(200);
    expect(await Promise.all(files.map(({ fileId }) => world.fileOf(fileId)))).toEqual([undefined, undefined]);
    expect((await world.standing(requestId)).body.report).toBeNull();
  });

  test('stays with the client when the request is closed after its release', async () => {
    const { requestId, files } = await made();
    await world.step(requestId, { step: 'release' });

    await world.step(requestId, { step: 'close', outcome: 'carriedOut' });

    expect(await world.fileOf(files[0]?.fileId ?? '')).toBeDefined();
  });

  describe('of more files than one transaction takes', () => {
    const MORE = 118;

    const manyMade = async () => {
      const { requestId } = await made();
      const { clientId } = world;
      const rows = (await rawItems(world, 'records')).filter(
        ({ pk, kind }) => kind === 'finding' && pk === row(requestId),
      );
      const report = rows.find(({ files }) => files !== undefined);
      const [json, paper] = (report?.files ?? []) as { fileId: string; format: string }[];
      const one = (await rawItems(world, 'records')).find(({ sk }) => sk === paper?.fileId);
      const more = Array.from({ length: MORE }, () => newId('file', world.clock.nowMs()));
      for (const fileId of more)
        await world.app.db.commit([
          { table: 'records', put: { ...one, ...recordKeys.file(clientId, fileId) } },
          { table: 'registerKeys', put: { ...recordKeys.file(clientId, fileId), key: newKey() } },
        ]);
      const files = [json, paper, ...more.map((fileId) => ({ fileId, format: 'pdf' }))];
      await world.app.db.commit([{ table: 'records', put: { ...report, files } }]);
      return requestId;
    };
    const row = (requestId: string) => recordKeys.findingsOf(requestId).pk;
    const heldBack = async () =>
      (await rawItems(world, 'records')).filter(({ kind, heldBack }) => kind === 'file' && heldBack === true).length;

    test.each<[string, (requestId: string) => Promise<{ status: number }>, number]>([
      ['another decision', (id) => world.decide(id, { where: {}, set: { decision: 'leave' } }), 200],
      ['another report', (id) => world.order(id), 202],
      ['a new instruction', (id) => world.step(id, takesBack['a new instruction']), 200],
    ])('opens no more after %s', async (_, act, status) => {
      const requestId = await manyMade();
      const before = await fileKeys();

      const answer = await act(requestId);

      expect([before.length, answer.status]).toEqual([MORE + 2, status]);
      expect(await fileKeys()).toEqual([]);
    });

    test('is released whole, also by whoever comes after somebody who died at it, and shown to nobody before', async () => {
      const requestId = await manyMade();
      const before = await heldBack();
      world.crashes.arm(3);

      await world.step(requestId, { step: 'release' }).catch(() => undefined);
      world.crashes.arm();
      const halfWay = await heldBack();
      const shown = (await world.standing(requestId, world.admin)).body.report;
      const released = await world.step(requestId, { step: 'release' });

      expect([before, halfWay, shown, released.status]).toEqual([MORE + 2, MORE + 2 - 60, null, 200]);
      expect(await heldBack()).toBe(0);
      expect((await world.standing(requestId, world.admin)).body.report?.files).toHaveLength(MORE + 2);
    });

    test('leaves none that opens where somebody died at ending them, once another is written', async () => {
      const requestId = await manyMade();
      world.crashes.arm(3);

      await world.order(requestId).catch(() => undefined);
      world.crashes.arm();
      const left = await fileKeys();
      const { report } = (await world.standing(requestId)).body;
      await world.work(report?.job.jobId ?? '');

      const { files } = (await world.standing(requestId)).body.report ?? { files: [] };
      expect([left.length > 0, files.length]).toEqual([true, 2]);
      expect(await fileKeys()).toEqual(files.map(({ fileId }) => fileId).sort());
    });
  });

  test('that is being written when it is taken back opens nowhere', async () => {
    const { requestId } = await made();
    const { body } = await world.order(requestId);
    const begun = world.handouts.put;
    world.handouts.put = async (name, bytes) => {
      world.handouts.put = begun;
      await begun(name, bytes);
      await world.step(requestId, { step: 'close', outcome: 'withdrawn' });
    };

    await world.work(body.job.jobId);

    expect(world.handouts.put).toBe(begun);
    expect(await fileKeys()).toEqual([]);
  });

  test('that no run has the time for ends as failed, and is made when it is ordered again', async () => {
    const { requestId } = await made();
    const { body } = await world.order(requestId);

    await expect(world.work(body.job.jobId, world.clientId, 2)).rejects.toThrow('given up');

    const failed = (await world.standing(requestId)).body.report;
    expect(failed).toMatchObject({ job: { state: 'failed' }, madeAt: null, files: [] });
    expect((await world.reported(requestId)).report).toMatchObject({ job: { state: 'done' } });
  });

  test('of a run that died opens nowhere, once another run is at it', async () => {
    const { requestId } = await made();
    const { body } = await world.order(requestId);
    world.crashes.arm(9);
    await world.dieAt(body.job.jobId);
    world.crashes.arm();
    const left = await fileKeys();
    world.clock.advance(20 * 60_000);
    await freeJobs(world);

    await world.work(body.job.jobId);

    const { files } = (await world.standing(requestId)).body.report ?? { files: [] };
    expect(left.length).toBeGreaterThan(0);
    expect(await fileKeys()).toEqual(files.map(({ fileId }) => fileId).sort());
  });

  /** Of single files; the client's own stands beside them. */
  const fileKeys = async () =>
    (await rawItems(world, 'registerKeys'))
      .map(({ sk }) => sk as string)
      .filter((sk) => sk.startsWith('fil_'))
      .sort();

  test('lies sealed: neither the bucket nor the tables tell what is in it', async () => {
    await made();

    const texts = rawText([...(await rawItems(world, 'records')), ...(await rawItems(world, 'registerKeys'))]);
    const copies = Buffer.concat(world.handouts.copies).toString('latin1');

    for (const said of ['701740650', 'Ring mig', '174 06 50']) {
      expect(texts).not.toContain(said);
      expect(copies).not.toContain(said);
    }
  });
});

describe('our own', () => {
  test('tells somebody of the service what they did, of messages no more than which and when', async () => {
    const userId = await world.aUser(SERVICE, 'operator', 'Olle Ask', 'olle@answeronline.example');
    const staffId = await aColleague();
    const claims = { ...world.operator, username: userId };
    const taken = await world.take(
      world.clientId,
      { staffId, caller: { phone: PHONE }, matter: 'Hemligt' },
      { claims },
    );
    const requestId = await world.searched({ emails: ['olle@answeronline.example'] }, SERVICE);
    await showAll(requestId, SERVICE);

    await world.reported(requestId, {}, SERVICE);

    const report = await world.reportOf(requestId, SERVICE);
    const text = JSON.stringify(report);
    expect(report.processor).toBeNull();
    expect(report.sections.map(({ store }) => store)).toEqual(['membership', 'message', 'request']);
    expect(text).toContain(taken.body.id);
    expect(text).not.toContain('Hemligt');
  });
});
