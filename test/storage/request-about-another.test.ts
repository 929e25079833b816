// Who a request is about is put right: what was said, made sure and found of another person counts no more.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Job, toJob } from '#jobs/job.ts';
import { letterOf } from '#letters/letter.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type SearchingWorld, searchingWorld } from '#test/support/searching-world.ts';

const LIST = '/v1/clients/{clientId}/subject-requests';
const ONE = `${LIST}/{requestId}`;
const ANNA = { names: ['Anna Karlsson'], phones: ['070-174 06 50'], emails: [], staffId: null };

interface Shown {
  state: string;
  version: number;
  instruction: unknown;
  identity: unknown;
  searchJobId: string | null;
}

const engine = useEngine();
let world: SearchingWorld;

beforeEach(async () => {
  world = await searchingWorld(engine);
});

const path = (requestId: string) => ({ clientId: world.clientId, requestId });
const shown = async (requestId: string) =>
  (await world.requests<Shown>(`GET ${ONE}`, { claims: world.officer, params: path(requestId) })).body;

async function searchJobOf(requestId: string): Promise<Job> {
  const key = recordKeys.job(world.clientId, (await shown(requestId)).searchJobId ?? '');
  const read = { table: 'records' as const, key };
  return toJob((await world.app.db.read([read])).get(read) ?? {});
}

/** A second after what was done before it, and before what is done after it. */
async function change(requestId: string, who: object) {
  world.clock.advance(1_000);
  const { version } = await shown(requestId);
  const ifMatch = { 'if-match': `"${version}"` };
  const body = { who };
  const answer = await world.requests<Shown>(`PATCH ${ONE}`, {
    claims: world.officer,
    params: path(requestId),
    headers: ifMatch,
    body,
  });
  world.clock.advance(1_000);
  return answer;
}

const message = async (body: object) => (await world.take(world.clientId, body)).body.id;
const messagesFound = async (requestId: string) =>
  (await world.found(requestId)).filter(({ store }) => store === 'message').map(({ recordId }) => recordId);

/** Two of the staff, each with a message to them that tells of nobody else. */
async function twoOfTheStaff() {
  const staff = async (name: string, phone: string) =>
    (await world.aStaffMember(world.clientId, { name, alsoKnownAs: [], emails: [], phones: [{ number: phone }] })).body
      .id;
  const [anna, disa] = [await staff('Anna Karlsson', '070-174 06 50'), await staff('Disa Ek', '070-174 06 51')];
  const to = (staffId: string) => message({ staffId, caller: { name: 'Eva Berg' }, matter: 'Ring' });
  return { anna, disa, toAnna: await to(anna), toDisa: await to(disa) };
}

describe('a request that names another person than before', () => {
  test('waits for the client again, who is told; nobody has been identified, and nothing is prepared', async () => {
    const requestId = await world.asked({ phones: ANNA.phones });
    await world.search(requestId);
    await world.decideAll(requestId, { decision: 'include', third: 'none' });
    await world.reported(requestId);

    const { status, body } = await change(requestId, { ...ANNA, phones: ['070-174 06 51'] });

    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'forwarded', instruction: null, identity: null, searchJobId: null });
    expect(codeOf(await world.step(requestId, { step: 'prepare' }))).toBe('instruction-missing');
    expect((await world.standing(requestId)).body.report).toBeNull();
    const jobs = (await rawItems(world, 'records')).filter(({ work }) => work === 'letter').map(toJob);
    const letters = jobs.map((job) => letterOf(job.clientId, job.refId));
    expect(letters.filter(({ about }) => about === 'requestForwarded')).toHaveLength(1);
  });

  test('waits for the client as well where nobody was named before', async () => {
    const body = { kind: 'erasure', by: 'client', text: 'En kvinna ringde' };
    const params = { clientId: world.clientId };
    const logged = await world.requests<{ id: string }>(`POST ${LIST}`, { claims: world.officer, params, body });
    await world.step(logged.body.id, { step: 'instruct', decision: 'carryOut' }, world.admin);
    await world.step(logged.body.id, { step: 'identify', method: 'calledBack' });

    const { body: named } = await change(logged.body.id, ANNA);

    expect(named).toMatchObject({ state: 'forwarded', instruction: null, identity: null });
  });

  test('is not led on by what was found, or decided, of the one before', async () => {
    const { anna, disa, toAnna, toDisa } = await twoOfTheStaff();
    const requestId = await world.searched({ staffId: anna });
    await world.decideAll(requestId, { decision: 'include', third: 'none' });
    const before = await messagesFound(requestId);

    await change(requestId, { names: [], phones: [], emails: [], staffId: disa });
    const shownBefore = await world.list(requestId);
    await world.step(requestId, { step: 'identify', method: 'calledBack' });
    await world.step(requestId, { step: 'instruct', decision: 'carryOut' }, world.admin);
    await world.prepare(requestId);
    await world.search(requestId);

    expect([before, shownBefore]).toEqual([[toAnna], []]);
    expect(await messagesFound(requestId)).toEqual([toDisa]);
    expect((await world.foundIds(requestId)).some((id) => id.endsWith(anna))).toBe(false);
  });

  test('shows nothing of the one before while the search for this one is under way', async () => {
    const { anna, disa, toAnna } = await twoOfTheStaff();
    const requestId = await world.searched({ staffId: anna });
    await change(requestId, { names: [], phones: [], emails: [], staffId: disa });
    await world.step(requestId, { step: 'identify', method: 'calledBack' });
    await world.step(requestId, { step: 'instruct', decision: 'carryOut' }, world.admin);
    await world.prepare(requestId);

    let pages = 2;
    const end = await searchForPerson(world.app, await searchJobOf(requestId), {
      mayGoOn: () => pages-- > 0,
      note: async () => {},
    });
    const listed = await world.list(requestId);

    expect(end).toBe('more');
    expect(await messagesFound(requestId)).toEqual([toAnna]);
    expect(listed.map(({ id }) => id)).toEqual([`staff#${disa}`]);
  });

  test('nor by a find beyond doubt that nobody has looked at', async () => {
    const { disa, toAnna, toDisa } = await twoOfTheStaff();
    const requestId = await world.searched({ phones: ['070-174 06 50'] });
    const before = await messagesFound(requestId);

    await change(requestId, { names: [], phones: [], emails: [], staffId: disa });
    await world.step(requestId, { step: 'instruct', decision: 'carryOut' }, world.admin);
    await world.prepare(requestId);
    await world.search(requestId);

    expect(before).toEqual([toAnna]);
    expect(await messagesFound(requestId)).toEqual([toDisa]);
  });
});

describe('a request that says more about the same person', () => {
  test('stays as it was instructed; a report of what was found before is not released', async () => {
    const requestId = await world.asked({ phones: ANNA.phones });
    await world.search(requestId);
    await world.decideAll(requestId, { decision: 'include', third: 'none' });
    await world.reported(requestId);

    const { body } = await change(requestId, ANNA);
    const early = await world.step(requestId, { step: 'release' });

    expect(body).toMatchObject({ state: 'preparing', instruction: { decision: 'carryOut' } });
    expect(body.searchJobId).toBeNull();
    expect(codeOf(await world.order(requestId))).toBe('wrong-state');
    expect([early.body.code, early.body.detail]).toEqual(['wrong-state', 'The report is not made yet']);
  });

  test('is not answered that there is nothing before it was searched for by that too', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { name: 'Disa Ek' })).body.id;
    await message({ staffId, caller: { phone: '070-174 06 52' }, matter: 'Ring' });
    const requestId = await world.searched({ phones: ANNA.phones });

    await change(requestId, { ...ANNA, names: [], phones: [...ANNA.phones, '070-174 06 52'] });
    const early = await world.step(requestId, { step: 'close', outcome: 'nothingFound' });
    await world.prepare(requestId);
    await world.search(requestId);

    expect(codeOf(early)).toBe('wrong-state');
    expect(await messagesFound(requestId)).toHaveLength(1);
  });

  test('is as it was where the same is said again', async () => {
    const requestId = await world.searched({ phones: ANNA.phones });
    const { searchJobId } = await shown(requestId);

    const { body } = await change(requestId, { ...ANNA, names: [] });

    expect(body).toMatchObject({ state: 'preparing', searchJobId });
  });
});

describe('a search', () => {
  test('for nobody is refused, and orders nothing', async () => {
    const body = { kind: 'access', by: 'client', who: { names: ['···'] }, text: 'Vad har ni om mig?' };
    const logged = await world.requests<{ id: string }>(`POST ${LIST}`, {
      claims: world.officer,
      params: { clientId: world.clientId },
      body,
    });
    await world.step(logged.body.id, { step: 'instruct', decision: 'carryOut' }, world.admin);

    const { status, body: refused } = await world.step(logged.body.id, { step: 'prepare' });

    expect([status, refused.code]).toEqual([409, 'wrong-state']);
    expect(await shown(logged.body.id)).toMatchObject({ state: 'instructed', searchJobId: null });
  });

  test('that is replaced under way writes nothing more, and takes nothing of the other away', async () => {
    const { anna, toAnna } = await twoOfTheStaff();
    const requestId = await world.asked({ staffId: anna });
    const first = await searchJobOf(requestId);
    let isReplaced = false;

    const end = await searchForPerson(world.app, first, {
      mayGoOn: () => true,
      async note() {
        if (isReplaced) return;
        isReplaced = true;
        await world.prepare(requestId);
        await world.search(requestId);
      },
    });

    expect([end, isReplaced]).toEqual(['done', true]);
    const last = (await shown(requestId)).searchJobId;
    expect(last).not.toBe(first.id);
    const found = await world.found(requestId);
    expect(await messagesFound(requestId)).toEqual([toAnna]);
    expect(new Set(found.map(({ jobId }) => jobId))).toEqual(new Set([last]));
  });
});

describe('an officer who writes down what a client has said', () => {
  test('says how it was said, and what', async () => {
    const requestId = await world.asked({ phones: ANNA.phones });

    const bare = await world.step(requestId, { step: 'instruct', decision: 'carryOut' });

    expect(bare.status).toBe(400);
    expect(bare.body.errors?.map(({ pointer }) => pointer)).toEqual(['/given', '/text']);
  });

  test('forwards nothing by it: nobody has told the client', async () => {
    const body = { kind: 'access', by: 'telephone', who: ANNA };
    const claims = world.officer;
    const params = { clientId: world.clientId };
    const logged = await world.requests<{ id: string }>(`POST ${LIST}`, { claims, params, body });

    await world.step(logged.body.id, {
      step: 'instruct',
      decision: 'carryOut',
      given: 'telephone',
      text: 'Åke ringde',
    });

    expect(await shown(logged.body.id)).toMatchObject({ state: 'instructed', forwardedAt: null });
  });
});
