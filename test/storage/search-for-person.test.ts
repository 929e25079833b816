// The search for a person on the engine: in every store, by numbers and addresses in any spelling, by names with doubt.
import { beforeEach, describe, expect, test } from 'vitest';
import { newAgreement } from '#agreements/store.ts';
import { SERVICE } from '#shared/tables.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalClaims } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type SearchingWorld, searchingWorld } from '#test/support/searching-world.ts';

const engine = useEngine();
let world: SearchingWorld;

beforeEach(async () => {
  world = await searchingWorld(engine);
});

/** A second after the one before: so they are found in this order. */
const message = async (body: object) => {
  world.clock.advance(1_000);
  const answer = await world.take(world.clientId, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
};

/** An agreement of the client, by somebody who signs in. @returns its id. */
async function signed(userId: string): Promise<string> {
  const id = world.app.newId('agreement');
  const signature = { userId, method: 'portal', networkAddress: '192.0.2.1' };
  const countersignature = { name: 'Gunnel Söderström', title: 'VD' };
  const made = newAgreement({
    clientId: world.clientId,
    id,
    signedBy: { name: 'Cecilia Alm', title: 'VD' },
    documentHash: '0'.repeat(64),
    signedAtMs: world.clock.nowMs(),
    toldUpToMs: world.clock.nowMs(),
    evidence: { document: {}, evidence: JSON.stringify({ signature, countersignature }) } as never,
  });
  await world.app.db.commit(made.writes);
  return id;
}

describe('callers', () => {
  test('are found by a number in whatever way somebody wrote it, in the field and in the text', async () => {
    const other = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    const field = await message({ staffId: other, caller: { phone: '+46 70-174 06 50' }, matter: 'Ring' });
    const second = await message({ staffId: other, caller: { secondPhone: '0701740650' }, matter: 'Ring' });
    const text = await message({ staffId: other, caller: {}, matter: 'Nås på 0046 (0)70 174 06 50 efter fem' });
    await message({ staffId: other, caller: { phone: '070-174 06 51' }, matter: 'Ring 070-174 06 5' });

    const requestId = await world.searched({ phones: ['070-174 06 50'] });

    const found = (await world.found(requestId)).filter(({ store }) => store === 'message');
    expect(found.map(({ recordId, as, how, doubtful }) => ({ recordId, as, how, doubtful }))).toEqual([
      { recordId: field, as: ['caller'], how: ['phone'], doubtful: false },
      { recordId: second, as: ['caller'], how: ['phone'], doubtful: false },
      { recordId: text, as: ['mentioned'], how: ['phone'], doubtful: false },
    ]);
  });

  test('are found by an address whatever its case, and by a name folded, turned round, in the genitive, with doubt', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    const email = await message({ staffId, caller: { email: 'Bjorn.AKESSON@post.example' }, matter: 'Ring' });
    const name = await message({ staffId, caller: { name: 'Björn Åkesson' }, matter: 'Ring' });
    const genitive = await message({ staffId, caller: {}, matter: 'Det gäller Åkesson, Björns faktura' });
    await message({ staffId, caller: { name: 'Björn Borg' }, matter: 'Björn ringer igen' });

    const requestId = await world.searched({ names: ['Bjorn Akesson'], emails: ['bjorn.akesson@post.example'] });

    const found = (await world.found(requestId)).filter(({ store }) => store === 'message');
    expect(found.map(({ recordId, how, doubtful, decision }) => ({ recordId, how, doubtful, decision }))).toEqual([
      { recordId: email, how: ['email'], doubtful: false, decision: 'include' },
      { recordId: name, how: ['name'], doubtful: true, decision: 'undecided' },
      { recordId: genitive, how: ['name'], doubtful: true, decision: 'undecided' },
    ]);
  });

  test('who share a number with somebody of another name are a doubtful find', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    await message({ staffId, caller: { name: 'Karin Berg', phone: '08-410 700 99' }, matter: 'Ring' });
    await message({ staffId, caller: { name: 'A. Nilsson', phone: '08-410 700 99' }, matter: 'Ring' });

    const requestId = await world.searched({ names: ['Anders Nilsson'], phones: ['08-410 700 99'] });

    const found = (await world.found(requestId)).filter(({ store }) => store === 'message');
    expect(found.map(({ doubtful }) => doubtful)).toEqual([true, false]);
  });
});

describe('a member of the staff', () => {
  test('is found with all that hangs on the id: messages, account, suppressed addresses, and what colleagues’ records say', async () => {
    const { body: bertil } = await world.aStaffMember(world.clientId, {
      name: 'Bertil Öst',
      alsoKnownAs: [],
      emails: [{ address: 'bertil@kvarngardet.example' }],
      phones: [],
    });
    world.clock.advance(1_000);
    const colleague = await world.aStaffMember(world.clientId, {
      name: 'Disa Ek',
      alsoKnownAs: [],
      answerNote: 'Fråga Bertil Öst om det gäller hissen',
    });
    const userId = await world.aUser(world.clientId, 'staffMember', 'Bertil', 'bertil@privat.example', bertil.id);
    const taken = await message({ staffId: bertil.id, caller: { name: 'Eva Ek' }, matter: 'Ring Eva' });

    const requestId = await world.searched({ staffId: bertil.id });

    const found = await world.found(requestId);
    expect(found.map(({ store, recordId, as, doubtful }) => [store, recordId, as.join(), doubtful])).toEqual([
      ['audit', bertil.id, 'concerned', false],
      ['membership', userId, 'self', false],
      ['message', taken, 'recipient', false],
      ['request', requestId, 'self', false],
      ['staff', bertil.id, 'self', false],
      ['staff', colleague.body.id, 'mentioned', true],
    ]);
  });

  test('who is found by an address of the sign-in is searched for by the id of the staff as well', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Cecilia Alm' })).body.id;
    await world.aUser(world.clientId, 'staffMember', 'Cecilia', 'cecilia@privat.example', staffId);
    const taken = await message({ staffId, caller: { name: 'Eva Ek' }, matter: 'Ring Eva' });

    const requestId = await world.searched({ emails: ['cecilia@privat.example'] });

    const ids = await world.foundIds(requestId);
    expect(ids).toContain(`message#${taken}`);
    expect(ids).toContain(`staff#${staffId}`);
    expect((await world.standing(requestId)).body).toMatchObject({ searchAgain: false, search: { state: 'done' } });
  });

  test('whom only a name tells of is searched for by the rest once somebody has said that it is the person', async () => {
    const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Anna Karlsson' });
    const taken = await message({ staffId: staff.id, caller: { name: 'Eva Ek' }, matter: 'Ring Eva' });
    const requestId = await world.searched({ names: ['Anna Karlsson'] });
    const before = await world.foundIds(requestId);
    const sureOnes = (await world.list(requestId, { doubtful: 'false' })).map(({ id }) => id);

    await world.decide(requestId, { findings: [{ id: `staff#${staff.id}`, decision: 'include', third: 'none' }] });
    const standing = await world.standing(requestId);
    await world.prepare(requestId);
    await world.search(requestId);

    expect(before).toEqual([`message#${taken}`, `request#${requestId}`, `staff#${staff.id}`]);
    expect(sureOnes).toEqual([`request#${requestId}`]);
    expect(standing.body.searchAgain).toBe(true);
    expect((await world.list(requestId, { doubtful: 'false' })).map(({ id }) => id)).toContain(`message#${taken}`);
    expect((await world.found(requestId)).find(({ store }) => store === 'staff')).toMatchObject({
      decision: 'include',
    });
  });
});

describe('the rest of a client', () => {
  test('tells of contacts, the general inbox, notices, and requests of before', async () => {
    const { body: client } = await world.aClient({
      name: 'Södra Tand',
      contacts: [{ name: 'Ulla Sand', email: 'ulla@sodra.example', title: null, phone: null }],
      generalInbox: { emails: ['ulla@sodra.example'] },
    });
    await world.directory('POST /v1/clients/{clientId}/answering/notices', {
      claims: world.supervisor,
      params: { clientId: client.id },
      body: { text: 'Ulla Sand är på kurs, ring ulla@sodra.example' },
    });
    const earlier = await world.searched({ emails: ['ulla@sodra.example'] }, client.id);
    world.clock.advance(1_000);

    const requestId = await world.searched({ emails: ['ulla@sodra.example'] }, client.id);

    expect(await world.foundIds(requestId)).toEqual([
      `answering#${client.id}`,
      `client#${client.id}`,
      `request#${earlier}`,
      `request#${requestId}`,
    ]);
    const [notice] = await world.list(requestId, { store: 'answering' }, client.id);
    expect(notice?.fields.map(({ code }) => code)).toEqual(['notices.0.text', 'notices.0.until', 'updatedAt']);
    const [contact] = await world.list(requestId, { store: 'client' }, client.id);
    expect(contact?.fields.map(({ code }) => code)).toEqual(
      ['contacts.0.name', 'contacts.0.title', 'contacts.0.email', 'inbox.emails.0', 'createdAt'].filter(
        (code) => code !== 'contacts.0.title',
      ),
    );
  });

  test('of another client nothing is found', async () => {
    const other = (await world.aClient({ name: 'Annan AB' })).body.id;
    await world.take(other, { caller: { phone: '070-174 06 50' }, matter: 'Ring' });

    const requestId = await world.searched({ phones: ['070-174 06 50'] });

    expect(await world.foundIds(requestId)).toEqual([`request#${requestId}`]);
  });
});

describe('our own records', () => {
  test('tell of somebody of the service at every client: what they did, never what was said', async () => {
    const userId = await world.aUser(SERVICE, 'operator', 'Olle Ask', 'olle@answeronline.example');

    const requestId = await world.searched({ emails: ['olle@answeronline.example'] }, SERVICE);

    expect(await world.foundIds(requestId)).toEqual([`membership#${userId}`, `request#${requestId}`]);
  });

  test('tell of somebody of a client by ids that can be read, decided about and told of in a report', async () => {
    const userId = await world.aUser(world.clientId, 'clientAdmin', 'Cecilia Alm', 'cecilia@kvarngardet.example');
    const written = await world.directory('POST /v1/clients/{clientId}/staff', {
      claims: portalClaims(userId, [world.clientId]),
      params: { clientId: world.clientId },
      body: aStaffMember({ name: 'Disa Ek' }),
    });
    const agreementId = await signed(userId);

    const requestId = await world.searched({ emails: ['cecilia@kvarngardet.example'] }, SERVICE);
    const listed = await world.list(requestId, {}, SERVICE);
    const decisions = listed.map(({ id }) => ({ id, decision: 'include', third: 'shown' }));
    const decided = await world.decide(requestId, { findings: decisions }, SERVICE);
    const standing = await world.reported(requestId, {}, SERVICE);

    expect(written.status).toBe(201);
    expect(listed.map(({ id }) => id)).toEqual([
      `agreement#${world.clientId}.${agreementId}`,
      `audit#${world.clientId}.${userId}`,
      `membership#${world.clientId}.${userId}`,
      `request#${requestId}`,
    ]);
    expect([decided.status, decided.body.changed]).toEqual([200, 4]);
    expect(standing.report?.files).not.toEqual([]);
  });
});

describe('a search', () => {
  test('that runs out of time after each page goes on where it was, and finds the same', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    await message({ staffId, caller: { phone: '070-174 06 50' }, matter: 'Ring' });
    const whole = await world.searched({ phones: ['070-174 06 50'] });

    const requestId = await world.asked({ phones: ['070-174 06 50'] });
    await world.search(requestId, world.clientId, 2);

    const own = (ids: string[]) => ids.filter((id) => !id.startsWith('request#'));
    expect(own(await world.foundIds(requestId))).toEqual(own(await world.foundIds(whole)));
    expect((await world.standing(requestId)).body.searchedAt).not.toBeNull();
  });

  test('clears away what is not there any more, and leaves what was decided', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    const gone = await message({ staffId, caller: { phone: '070-174 06 50' }, matter: 'Ett' });
    const stays = await message({ staffId, caller: { phone: '070-174 06 50' }, matter: 'Två' });
    const requestId = await world.searched({ phones: ['070-174 06 50'] });
    await world.decide(requestId, { findings: [{ id: `message#${stays}`, decision: 'leave' }] });
    await world.erase({ clientId: world.clientId, id: gone });

    await world.prepare(requestId);
    await world.search(requestId);

    const messages = (await world.found(requestId)).filter(({ store }) => store === 'message');
    expect(messages.map(({ recordId, decision }) => [recordId, decision])).toEqual([[stays, 'leave']]);
  });

  test('stands in the way of decisions while it runs', async () => {
    const requestId = await world.asked({ phones: ['070-174 06 50'] });

    const answer = await world.decide(requestId, { where: {}, set: { decision: 'include' } });

    expect([answer.status, answer.body.code]).toEqual([409, 'wrong-state']);
  });

  test('leaves a row in the audit for each old message and each protected person that is shown of it', async () => {
    const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Disa Ek', protected: true });
    const old = await message({ staffId: staff.id, caller: { phone: '070-174 06 50' }, matter: 'Ett' });
    world.clock.advance(31 * 24 * 60 * 60_000);
    await message({ staffId: staff.id, caller: { phone: '070-174 06 50' }, matter: 'Två' });
    const requestId = await world.searched({ staffId: staff.id });

    await world.list(requestId);

    const rows = (await rawItems(world, 'records')).filter(
      ({ kind, act }) => kind === 'audit' && act === 'listFindings',
    );
    expect(rows.map(({ recordId, why, requestId: of }) => [recordId, why, of]).sort()).toEqual([
      [old, 'subjectRequest', requestId],
      [staff.id, 'subjectRequest', requestId],
    ]);
  });
});
