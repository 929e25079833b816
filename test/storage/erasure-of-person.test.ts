// The erasure of a person, from the instruction to the certificate: what goes, what stays, what is left to people, and crashes.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newAgreement } from '#agreements/store.ts';
import { openRows } from '#deliveries/suppressions.ts';
import type { ErasureApp } from '#erasures/app.ts';
import { checkCertificate } from '#erasures/check-certificate.ts';
import { workErasure } from '#erasures/work-erasure.ts';
import type { Workers } from '#jobs/worker.ts';
import { recordKeys } from '#shared/tables.ts';
import { seal } from '#shared/vault.ts';
import { tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';
import { codeOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { freeJobs, runJobs } from '#test/support/run-jobs.ts';

const engine = useEngine();
let world: ErasingPeople;
let disa: string;
let anna: string;

const who = { names: ['Anna Lind'], phones: ['070-174 06 50'], emails: ['anna@lind.example'] };

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingPeople(engine);
  await aLife();
});

/** A colleague, and Anna, who is of the staff, signs in, calls, is written about, and stands in the client's contacts. */
async function aLife(): Promise<void> {
  const plain = { alsoKnownAs: [], phones: [] };
  const { take, clientId } = world;
  disa = (await world.aStaffMember(clientId, { ...plain, name: 'Disa Ek', emails: [] })).body.id;
  const emails = [{ address: 'anna@lind.example' }];
  anna = (await world.aStaffMember(clientId, { ...plain, name: 'Anna Lind', emails })).body.id;
  await world.aUser(clientId, 'staffMember', 'Anna Lind', 'anna@lind.example', anna);
  await take(clientId, {
    staffId: disa,
    caller: { name: 'Anna Lind', phone: '070-174 06 50' },
    matter: 'Annas hemlighet',
  });
  await take(clientId, { staffId: anna, caller: { name: 'Eva Berg' }, matter: 'Evas ärende till Anna' });
  await take(clientId, { staffId: disa, caller: { name: 'Eva Berg' }, matter: 'Evas egen sak' });
  const contacts = [
    { name: 'Anna Lind', email: 'anna@lind.example' },
    { name: 'Bo Alm', email: 'bo@alm.example' },
  ];
  await change({ contacts, generalInbox: { emails: ['anna@lind.example', 'vaxel@kvarn.example'] } });
}

async function change(body: object): Promise<void> {
  const params = { clientId: world.clientId };
  const claims = world.supervisor;
  const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}', { claims, params });
  const { status } = await world.directory('PATCH /v1/clients/{clientId}', { claims, params, body, ifMatch });
  if (status !== 200) throw new Error(`Not changed: ${status}`);
}

const countsOf = (counts: readonly { kind: string; count: number }[] = []) =>
  Object.fromEntries(counts.map(({ kind, count }) => [kind, count]));

describe('the erasure of a person', () => {
  test('takes messages whole, the staff record, the account, contacts and addresses; the rest stands', async () => {
    const requestId = await world.instructed(who);
    const asked = await world.ask({ what: 'person', requestId });
    await world.runAll();
    const counted = await world.look(asked.body.id);

    await world.confirm(asked.body.id);
    await world.runAll();

    const done = await world.look(asked.body.id);
    expect(asked.body).toMatchObject({ state: 'counting', requestId, counted: null });
    expect(counted.body).toMatchObject({ state: 'asked', mayConfirm: true });
    expect(countsOf(counted.body.counted?.counts)).toMatchObject({ messages: 2, staff: 1, users: 1, contacts: 2 });
    expect(done.body).toMatchObject({ state: 'done', byHand: [] });
    const open = (await world.found(requestId)).map(({ store }) => store);
    expect(new Set(open)).toEqual(new Set(['audit', 'request', 'tombstone'].filter((store) => open.includes(store))));
    const params = { clientId: world.clientId };
    const { body } = await world.directory<{ contacts: unknown[]; generalInbox: { emails: string[] } }>(
      'GET /v1/clients/{clientId}',
      { claims: world.supervisor, params },
    );
    expect(body.contacts).toMatchObject([{ name: 'Bo Alm' }]);
    expect(body.generalInbox.emails).toEqual(['vaxel@kvarn.example']);
    const kinds = (await rawItems(world, 'records')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'message')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'staff')).toHaveLength(1);
  });

  test('leaves nothing of the person in any copy once the request has had its time, and all of the others', async () => {
    const thief = tableThief(world);
    await thief.look();
    const requestId = await world.instructed(who);
    await thief.look();
    const hers = ['Anna Lind', 'anna@lind.example', '+46701740650', 'Annas hemlighet', 'Evas ärende till Anna'];
    const before = await thief.recover(hers);

    await world.erasePerson(requestId);
    await thief.look();
    const ofRequest = await thief.recover(hers);
    await world.endOf(requestId);
    await thief.look();

    expect(before).toEqual(hers);
    // What was asked for is the client's instruction, and goes with the request.
    expect(ofRequest.filter((text) => text.includes('hemlighet') || text.includes('ärende'))).toEqual([]);
    expect(await thief.recover(hers)).toEqual([]);
    expect(await thief.recover(['Evas egen sak', 'Bo Alm', 'Disa Ek'])).toEqual(['Evas egen sak', 'Bo Alm', 'Disa Ek']);
  });

  test('is certified, without a word about the person, and ends the files of the client', async () => {
    await world.app.db.commit([
      {
        table: 'registerKeys',
        put: { ...recordKeys.filesKey(world.clientId), key: new Uint8Array(32), keyId: 'fil_1' },
      },
    ]);
    const requestId = await world.instructed(who);

    const id = await world.erasePerson(requestId);

    const { certificateId } = (await world.look(id)).body;
    const { body } = await world.certificate(certificateId ?? '');
    const verdict = checkCertificate(JSON.stringify(body));
    const instruction = { at: expect.any(String), given: 'portal', as: 'clientAdmin' };
    const certified = { what: 'person', confirmedAs: 'privacyOfficer', requestId, instruction };
    expect(verdict).toMatchObject({ fault: undefined, certificate: certified });
    expect((await world.look(id)).body.instruction).toEqual(instruction);
    expect(JSON.stringify(body)).not.toMatch(/Anna|Lind|070/);
    expect([...world.evidence.objects.keys()]).toContain(`certificates/${certificateId}.json`);
    const keys = await rawItems(world, 'registerKeys');
    expect(keys.filter(({ sk }) => sk === 'KEY')).toEqual([]);
  });

  test('takes off a colleague’s list of suppressed addresses no other than the person’s own', async () => {
    const { clientId, app } = world;
    const suppress = async (staffId: string, ...addresses: string[]) => {
      const key = { table: 'registerKeys' as const, key: recordKeys.staff(clientId, staffId) };
      const { stableKey } = (await app.db.read([key])).get(key) as { stableKey: Uint8Array };
      const entries = addresses.map((address, n) => ({
        id: `sup_${n}`,
        channel: 'email',
        address,
        reason: 'bounced',
        sinceMs: 1,
      }));
      const context = { clientId, recordId: staffId, field: 'suppressed', schema: 1 };
      const row = { ...recordKeys.suppression(clientId, staffId), kind: 'suppression', clientId, version: 1 };
      await app.db.commit([{ table: 'records', put: { ...row, suppressed: seal(stableKey, context, entries) } }]);
    };
    await suppress(disa, 'disa@ek.example', 'anna@lind.example');
    await suppress(anna, 'anna@lind.example', 'annas.gamla@lind.example');
    const requestId = await world.instructed(who);

    await world.erasePerson(requestId);

    const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'suppression');
    const opened = await openRows(app, clientId, rows);
    expect(opened.map(({ owner, entries }) => [owner.ownerId, entries.map(({ address }) => address)])).toEqual([
      [disa, ['disa@ek.example']],
    ]);
  });

  test('of somebody who signed says that the agreement stays, and of somebody else says nothing of one', async () => {
    const { clientId, app } = world;
    const userId = await world.aUser(clientId, 'clientAdmin', 'Cecilia Alm', 'cecilia@alm.example');
    const signature = { userId, method: 'portal', networkAddress: '192.0.2.1' };
    const evidence = JSON.stringify({ signature, countersignature: { name: 'Gun Ek', title: 'VD' } });
    const { writes } = newAgreement({
      clientId,
      id: app.newId('agreement'),
      signedBy: { name: 'Cecilia Alm', title: 'VD' },
      documentHash: '',
      signedAtMs: world.clock.nowMs(),
      toldUpToMs: 0,
      evidence: { document: {}, evidence } as never,
    });
    await app.db.commit(writes);
    const signatory = await world.instructed({ names: ['Cecilia Alm'], emails: ['cecilia@alm.example'] });
    const other = await world.instructed(who);

    const [signed, unsigned] = [await world.erasePerson(signatory), await world.erasePerson(other)];

    const kept = { kind: 'agreements', count: 1, until: null };
    const { body } = await world.look(signed);
    const certificate = await world.certificate(body.certificateId ?? '');
    expect(body.kept).toContainEqual(kept);
    expect(JSON.parse(certificate.body.certificate).kept).toContainEqual(kept);
    expect((await world.look(unsigned)).body.kept.map(({ kind }) => kind)).not.toContain('agreements');
  });

  test('counts what is there and not what was found, for what another hand has erased is not erased by it', async () => {
    const { app, clientId, supervisor: claims } = world;
    const requestId = await world.instructed(who);
    const { body } = await world.ask({ what: 'person', requestId });
    const params = { clientId, staffId: anna };
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', { claims, params });
    const [user] = (await world.found(requestId)).filter(({ store }) => store === 'membership');
    const userId = user?.recordId ?? '';
    await app.db.commit([
      { table: 'registerKeys', delete: recordKeys.membership(clientId, userId) },
      { table: 'records', delete: recordKeys.membership(clientId, userId) },
      { table: 'records', put: { ...recordKeys.user(userId), kind: 'user', memberOf: ['cli_other'], version: 2 } },
    ]);

    await world.runAll();

    const { counted, kept } = (await world.look(body.id)).body;
    expect(Object.keys(countsOf(counted?.counts))).toEqual(['messages', 'deliveries', 'contacts']);
    expect(kept.map(({ kind }) => kind)).not.toContain('usersElsewhere');
  });

  test('that nobody has instructed, searched for or decided is refused', async () => {
    const logged = async (kind: string) => {
      const call = { claims: world.officer, params: { clientId: world.clientId }, body: { kind, by: 'client', who } };
      return (await world.requests<{ id: string }>('POST /v1/clients/{clientId}/subject-requests', call)).body.id;
    };
    const [access, bare] = [await logged('access'), await logged('erasure')];
    const undecided = await logged('erasure');
    await world.step(undecided, { step: 'identify', method: 'calledBack' });
    await world.step(undecided, { step: 'instruct', decision: 'carryOut' }, world.admin);

    const codes = [
      codeOf(await world.ask({ what: 'person', requestId: access })),
      codeOf(await world.ask({ what: 'person', requestId: bare })),
      codeOf(await world.ask({ what: 'person', requestId: undecided })),
      codeOf(await world.ask({ what: 'person', requestId: undecided }, world.admin)),
    ];

    expect(codes).toEqual(['wrong-state', 'instruction-missing', 'wrong-state', 'forbidden']);
  });

  test('whose request is gone before it has run is not certified: it ends, and a supervisor is told', async () => {
    const requestId = await world.instructed(who);
    const { body } = await world.ask({ what: 'person', requestId });
    await world.runAll();
    await world.confirm(body.id);
    await world.app.db.commit([{ table: 'registerKeys', delete: recordKeys.request(world.clientId, requestId) }]);

    await world.runAll();

    expect((await world.look(body.id)).body).toMatchObject({
      state: 'withdrawn',
      withdrawn: { because: 'requestGone' },
      certificateId: null,
    });
    expect([...world.evidence.objects.keys()].filter((name) => name.startsWith('certificates/'))).toEqual([]);
    const records = await rawItems(world, 'records');
    expect(records.filter(({ reason }) => reason === 'erasureStopped')).toMatchObject([{ refId: body.id }]);
  });

  test('is not confirmed by whoever has written down the instruction', async () => {
    const requestId = await world.instructed(who);
    await world.step(
      requestId,
      { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Ett brev' },
      world.officer,
    );
    await world.prepare(requestId);
    await world.runAll();
    await world.decide(requestId, { where: { decision: 'undecided' }, set: { decision: 'include' } });
    const { body } = await world.ask({ what: 'person', requestId }, world.colleague);
    await world.runAll();

    const own = await world.confirm(body.id, world.officer);
    const other = await world.confirm(body.id, world.colleague);

    expect([codeOf(own), other.body.state]).toEqual(['second-person-required', 'running']);
  });
});

describe('what comes while it waits and runs', () => {
  const toAnna = (matter: string) =>
    world.take(world.clientId, { staffId: anna, caller: { name: 'Eva Berg' }, matter });
  const confirmed = async () => {
    const requestId = await world.instructed(who);
    const { body } = await world.ask({ what: 'person', requestId });
    await world.runAll();
    await world.confirm(body.id);
    return { requestId, id: body.id };
  };
  const messages = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message');

  test('goes too where it is taken for the person before the run, is certified, and no search finds it again', async () => {
    const { requestId, id } = await confirmed();
    await toAnna('Kom sent');

    await world.runAll();
    const { body } = await world.look(id);
    const again = await world.instructed(who);

    const certificate = await world.certificate(body.certificateId ?? '');
    const erased = { messages: 3, staff: 1, users: 1, contacts: 2 };
    expect(await messages()).toHaveLength(1);
    expect(countsOf(body.erased)).toMatchObject(erased);
    expect(countsOf(JSON.parse(certificate.body.certificate).erased)).toMatchObject(erased);
    const left = [...(await world.found(requestId)), ...(await world.found(again))].map(({ store }) => store);
    expect(left.filter((store) => !['audit', 'request', 'tombstone', 'job', 'erasure'].includes(store))).toEqual([]);
  });

  test('goes too where it is taken after the last look, just before the staff record goes', async () => {
    const { id } = await confirmed();
    let runs = 0;
    const workers: Workers<ErasureApp> = {
      async erase(app, job, run) {
        const outcome = await workErasure(app, job, run);
        runs += 1;
        if (runs === 1) await toAnna('Kom emellan');
        return outcome;
      },
    };

    await runJobs(world, world.erasing, workers);

    const { body } = await world.look(id);
    expect([runs, body.state, (await messages()).length]).toEqual([3, 'done', 1]);
    expect(countsOf(body.erased)).toMatchObject({ messages: 3, staff: 1, users: 1, contacts: 2 });
  });
});

describe('what only people can change', () => {
  beforeEach(async () => {
    const body = { answerNote: 'Fråga Anna Lind om hissen' };
    await edit(disa, body);
  });

  async function edit(staffId: string, body: object): Promise<void> {
    const call = { claims: world.supervisor, params: { clientId: world.clientId, staffId } };
    const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}/staff/{staffId}', {
      ...call,
      query: { why: 'clientAsked' },
    });
    const { status } = await world.directory('PATCH /v1/clients/{clientId}/staff/{staffId}', {
      ...call,
      body,
      ifMatch,
    });
    if (status !== 200) throw new Error(`Not edited: ${status}`);
  }

  test('holds the erasure up, is on the attention list, and lets it go when it is changed', async () => {
    const requestId = await world.instructed(who);
    const id = await world.erasePerson(requestId);
    const held = await world.look(id);
    await edit(disa, { answerNote: null });

    const went = await world.goOn(id);
    await world.runAll();

    expect(held.body).toMatchObject({ state: 'byHand', byHand: [{ id: `staff#${disa}`, because: null }] });
    expect((await rawItems(world, 'records')).filter(({ reason }) => reason === 'erasureByHand')).toHaveLength(1);
    expect(went.body.state).toBe('running');
    expect((await world.look(id)).body).toMatchObject({ state: 'done', byHand: [] });
  });

  test('is asked for while the person is known by all that their record says', async () => {
    await edit(anna, { alsoKnownAs: ['Annika Modig'] });
    await edit(disa, { answerNote: 'Fråga Annika Modig om hissen' });
    const requestId = await world.instructed(who);

    const id = await world.erasePerson(requestId);

    const stands = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'staff');
    expect(stands.map(({ sk }) => sk).sort()).toEqual([disa, anna].sort());
    expect((await world.look(id)).body).toMatchObject({ state: 'byHand', byHand: [{ id: `staff#${disa}` }] });
  });

  test('may be left with a reason, which the certificate tells', async () => {
    const requestId = await world.instructed(who);
    const id = await world.erasePerson(requestId);

    const amiss = await world.goOn(id, [{ id: 'staff#stf_x', because: 'disputed' }]);
    await world.goOn(id, [{ id: `staff#${disa}`, because: 'anotherPerson' }]);
    await world.runAll();

    const { body } = await world.look(id);
    const certificate = await world.certificate(body.certificateId ?? '');
    expect(codeOf(amiss)).toBe('invalid-request');
    expect(body).toMatchObject({ state: 'done', byHand: [{ id: `staff#${disa}`, because: 'anotherPerson' }] });
    expect(JSON.parse(certificate.body.certificate).left).toEqual([
      { store: 'staff', because: 'anotherPerson', count: 1 },
    ]);
  });
});

test('a run that dies at any point is finished by the next, and certified once', async () => {
  const begin = async () => {
    const requestId = await world.instructed(who);
    const { body } = await world.ask({ what: 'person', requestId });
    await world.runAll();
    await world.confirm(body.id);
    return { requestId, id: body.id };
  };
  await begin();
  world.crashes.arm();
  await world.runAll();
  const points = world.crashes.passed;
  expect(points).toBeGreaterThan(20);

  for (let at = 1; at <= points; at += 3) {
    world = await erasingPeople(engine);
    await aLife();
    const { requestId, id } = await begin();
    world.crashes.arm(at);
    await world.runAll().catch(() => undefined);
    world.crashes.arm();
    world.clock.advance(20 * 60_000);
    await freeJobs(world);

    await world.runAll();

    const found = (await world.found(requestId)).map(({ store }) => store);
    const { state, erased } = (await world.look(id)).body;
    const { deliveries: _, ...counts } = countsOf(erased);
    expect([at, state]).toEqual([at, 'done']);
    expect([at, counts]).toEqual([at, { messages: 2, staff: 1, users: 1, contacts: 2 }]);
    expect(found.filter((store) => !['audit', 'request', 'tombstone'].includes(store))).toEqual([]);
    const certificates = [...world.evidence.objects.keys()].filter((name) => name.startsWith('certificates/'));
    expect(certificates).toHaveLength(1);
  }
}, 240_000);
