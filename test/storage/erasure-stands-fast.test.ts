// What is erased of a person is what was found when somebody asked for it, and on the instruction that stood then.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';
import { codeOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: ErasingPeople;

const who = { names: ['Anna Lind'], phones: ['070-174 06 50'] };

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingPeople(engine);
  await annaCalls();
});

/** Somebody of her name alone may be another. */
const annaCalls = (phone: string | null = '070-174 06 50') =>
  world.take(world.clientId, { caller: { name: 'Anna Lind', phone }, matter: 'Ring mig' });

async function asked(requestId: string): Promise<string> {
  const { body } = await world.ask({ what: 'person', requestId });
  await world.runAll();
  return body.id;
}

const stateOf = async (id: string) => (await world.look(id)).body.state;
const messages = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message').length;
const withdrawn = { step: 'close', outcome: 'withdrawn' };
const byTelephone = { step: 'instruct', decision: 'carryOut', given: 'telephone', text: 'Åke Öhman ringde' };
const refuse = { step: 'instruct', decision: 'refuse', text: 'Tvist' };
const leaveAll = { where: { store: 'message' }, set: { decision: 'leave' } };

describe('a request that was closed', () => {
  test.each(['withdrawn', 'mistaken'])('as %s is not erased', async (outcome) => {
    const requestId = await world.instructed(who);
    await world.step(requestId, { step: 'close', outcome });

    expect(codeOf(await world.ask({ what: 'person', requestId }))).toBe('wrong-state');
  });

  test('after the asking takes the erasure back', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);

    const closed = await world.step(requestId, withdrawn);
    const confirmed = await world.confirm(id);
    await world.runAll();

    const { state, withdrawn: taken } = (await world.look(id)).body;
    expect([closed.status, codeOf(confirmed), state]).toEqual([200, 'wrong-state', 'withdrawn']);
    expect(taken).toMatchObject({ because: 'requestChanged', at: expect.any(String) });
    const open = await world.privacy<{ items: unknown[] }>('GET /v1/erasures', { claims: world.officer });
    expect(open.body.items).toEqual([]);
    expect(await messages()).toBe(1);
  });

  test('costs what its row and the list of erasures cost more than one without', async () => {
    const [plain, requestId] = [await world.instructed(who), await world.instructed(who)];
    await asked(requestId);

    const without = await world.meter.measure(() => world.step(plain, withdrawn));
    const closed = await world.meter.measure(() => world.step(requestId, withdrawn));

    expect(closed.tally.writeUnits - without.tally.writeUnits).toBe(3);
    expect(closed.tally.requests).toEqual(without.tally.requests);
  });

  test('while somebody confirms it is closed, or confirmed, and never both', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);

    const [closed, confirmed] = await Promise.all([world.step(requestId, withdrawn), world.confirm(id)]);

    expect([closed, confirmed].filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('once somebody has asked', () => {
  test('nobody decides otherwise about a finding, or whom to look for, until it is withdrawn', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);
    const params = { clientId: world.clientId, requestId };
    const patch = async () => {
      const path = '/v1/clients/{clientId}/subject-requests/{requestId}';
      const { etag: ifMatch } = await world.requests(`GET ${path}`, { claims: world.officer, params });
      const body = { who: { names: ['Eva Berg'] } };
      return world.requests(`PATCH ${path}`, { claims: world.officer, params, body, ifMatch });
    };

    const codes = [codeOf(await world.decide(requestId, leaveAll)), codeOf(await patch())];
    await world.privacy('DELETE /v1/clients/{clientId}/erasures/{erasureId}', {
      claims: world.officer,
      params: { clientId: world.clientId, erasureId: id },
    });

    expect(codes).toEqual(['erasure-under-way', 'erasure-under-way']);
    expect((await world.decide(requestId, leaveAll)).status).toBe(200);
    expect((await patch()).status).toBe(200);
  });

  test('nobody asks again; after it was withdrawn or done somebody may', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);

    const again = await world.ask({ what: 'person', requestId });
    await world.confirm(id);
    await world.runAll();

    expect([codeOf(again), await stateOf(id)]).toEqual(['erasure-under-way', 'done']);
    expect((await world.ask({ what: 'person', requestId })).status).toBe(201);
  });

  test('of two who ask at once one is refused', async () => {
    const requestId = await world.instructed(who);

    const both = await Promise.all([
      world.ask({ what: 'person', requestId }),
      world.ask({ what: 'person', requestId }, world.colleague),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('a new instruction takes it back: whoever writes it down is the first person of the next', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);
    await world.step(requestId, byTelephone, world.officer);
    const before = await world.confirm(id, world.officer);
    await world.prepare(requestId);
    await world.runAll();

    const next = await asked(requestId);

    expect([codeOf(before), await stateOf(id)]).toEqual(['wrong-state', 'withdrawn']);
    expect(codeOf(await world.confirm(next, world.officer))).toBe('second-person-required');
  });

  test('whoever has said more of the person since the instruction is not the second person', async () => {
    const requestId = await world.instructed(who);
    const params = { clientId: world.clientId, requestId };
    const path = '/v1/clients/{clientId}/subject-requests/{requestId}';
    const { etag: ifMatch } = await world.requests(`GET ${path}`, { claims: world.officer, params });
    const more = { ...who, emails: ['anna@lind.example'] };
    await world.requests(`PATCH ${path}`, { claims: world.officer, params, body: { who: more }, ifMatch });
    await world.prepare(requestId);
    await world.search(requestId);
    await world.decideAll(requestId, { decision: 'include', third: 'shown' });
    const id = await asked(requestId);

    const alone = await world.confirm(id, world.officer);
    const together = await world.confirm(id, world.colleague);

    expect([codeOf(alone), together.status]).toEqual(['second-person-required', 200]);
  });

  test('of nothing may be answered so', async () => {
    const requestId = await world.instructed({ names: ['Siv Nolin'], phones: ['070-174 06 77'] });
    const id = await asked(requestId);
    await world.confirm(id, world.colleague);
    await world.runAll();

    const nothingFound = await world.step(requestId, { step: 'close', outcome: 'nothingFound' });

    expect((await world.look(id)).body.state).toBe('done');
    expect(nothingFound.status).toBe(200);
  });

  test('of a person of whom more is known than was searched for it is not asked', async () => {
    const requestId = await world.instructed(who);
    const params = { clientId: world.clientId, requestId };
    const path = '/v1/clients/{clientId}/subject-requests/{requestId}';
    const { etag: ifMatch, body: read } = await world.requests<{ who: { emails: string[] } }>(`GET ${path}`, {
      claims: world.officer,
      params,
    });
    const body = { who: { ...read.who, emails: [...read.who.emails, 'anna@lind.example'] } };
    await world.requests(`PATCH ${path}`, { claims: world.officer, params, body, ifMatch });

    expect(codeOf(await world.ask({ what: 'person', requestId }))).toBe('wrong-state');
  });
});

describe('once it is confirmed', () => {
  test('it is neither instructed, prepared nor closed, and nothing is decided, until it is done', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);
    await world.confirm(id);

    const codes = [
      codeOf(await world.step(requestId, refuse, world.admin)),
      codeOf(await world.step(requestId, { step: 'prepare' })),
      codeOf(await world.step(requestId, withdrawn)),
      codeOf(await world.decide(requestId, leaveAll)),
    ];
    await world.runAll();

    const decided = codes.pop();
    expect(codes).toEqual(['erasure-under-way', 'erasure-under-way', 'erasure-under-way']);
    expect(decided).toBe('erasure-under-way');
    expect(await stateOf(id)).toBe('done');
    expect((await world.step(requestId, { step: 'close', outcome: 'carriedOut' })).status).toBe(200);
  });

  test('a refusal that comes at that moment stands, or is refused itself, and never both', async () => {
    const requestId = await world.instructed(who);
    const id = await asked(requestId);

    const [said, confirmed] = await Promise.all([world.step(requestId, refuse, world.admin), world.confirm(id)]);

    expect([said, confirmed].filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
