// How a request for erasure ends on the engine: by a certificate, by a search that found nothing, and of our own by withdrawn accounts.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { SERVICE } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';
import { codeOf } from '#test/support/http-call.ts';
import { withdrawOne } from '#users/withdraw-all-users.ts';

const engine = useEngine();
let world: ErasingPeople;

const who = { names: ['Anna Lind'], phones: ['070-174 06 50'], emails: ['anna@lind.example'] };
const carriedOut = { step: 'close', outcome: 'carriedOut' };
const nothingFound = { step: 'close', outcome: 'nothingFound' };

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingPeople(engine);
});

const close = async (requestId: string, step: object, home = world.clientId) => {
  const { status, body } = await world.step(requestId, step, world.officer, home);
  return status === 200 ? 'closed' : `${codeOf({ body })}: ${body.detail ?? ''}`;
};
const include = (requestId: string) =>
  world.decide(requestId, { where: { decision: 'undecided' }, set: { decision: 'include' } });

const annaCalls = async (phone: string | null = '070-174 06 50') => {
  const disa = await world.aStaffMember(world.clientId, { name: 'Disa Ek', phones: [], emails: [] });
  await world.take(world.clientId, { staffId: disa.body.id, caller: { name: 'Anna Lind', phone } });
};

describe('of a client', () => {
  test('it is carried out when the certificate is there, not before', async () => {
    await annaCalls();
    const requestId = await world.instructed(who);
    const before = await close(requestId, carriedOut);
    const { body: erasure } = await world.ask({ what: 'person', requestId });
    await world.runAll();
    const asked = await close(requestId, carriedOut);
    await world.confirm(erasure.id);
    await world.runAll();

    expect([before, asked]).toEqual(['erasure-not-certified: ', 'erasure-not-certified: ']);
    expect(await close(requestId, nothingFound)).toMatch(/^wrong-state/);
    expect(await close(requestId, carriedOut)).toBe('closed');
  });

  test('what is searched for again after it asks for another certificate, which may be of nothing', async () => {
    await annaCalls();
    const requestId = await world.instructed(who);
    await world.erasePerson(requestId);
    await world.prepare(requestId);
    await world.runAll();
    const again = await close(requestId, carriedOut);
    await include(requestId);
    await world.erasePerson(requestId);

    expect(again).toMatch(/^erasure-not-certified/);
    expect(await close(requestId, carriedOut)).toBe('closed');
  });

  test('another request’s certificate is not this one’s', async () => {
    await annaCalls();
    const [requestId, other] = [await world.instructed(who), await world.instructed(who)];
    await world.erasePerson(other);

    expect(await close(requestId, carriedOut)).toMatch(/^erasure-not-certified/);
  });

  test('of whom a search has found nothing, that is what is said', async () => {
    const requestId = await world.instructed(who);

    expect(await close(requestId, nothingFound)).toBe('closed');
  });

  test('nobody says so of whom something was found, may be found, or is still looked for', async () => {
    await annaCalls();
    const requestId = await world.instructed(who);
    const found = await close(requestId, nothingFound);
    await annaCalls(null);
    await world.prepare(requestId);
    const searching = await close(requestId, nothingFound);
    await world.runAll();
    const undecided = await close(requestId, nothingFound);
    await world.decide(requestId, { where: { store: 'message' }, set: { decision: 'leave' } });

    expect([found, searching, undecided]).toEqual([
      'wrong-state: Something was found of the person',
      'wrong-state: The search has not come through yet',
      'wrong-state: Somebody has to decide about each finding first',
    ]);
    expect(await close(requestId, nothingFound)).toBe('closed');
  });
});

describe('of our own', () => {
  test('it is carried out when the person’s accounts are withdrawn', async () => {
    const userId = await world.aUser(SERVICE, 'operator', 'Anna Lind', 'anna@lind.example');
    const body = { kind: 'erasure', by: 'client', who };
    const params = { clientId: SERVICE };
    const logged = await world.requests<{ id: string }>('POST /v1/clients/{clientId}/subject-requests', {
      claims: world.officer,
      params,
      body,
    });
    const requestId = logged.body.id;
    for (const step of [
      { step: 'identify', method: 'calledBack' },
      { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Ett brev' },
    ])
      await world.step(requestId, step, world.officer, SERVICE);
    const unsearched = await close(requestId, carriedOut, SERVICE);
    await world.prepare(requestId, SERVICE);
    await world.runAll();
    await world.decide(requestId, { where: { decision: 'undecided' }, set: { decision: 'include' } }, SERVICE);
    const standing = await close(requestId, carriedOut, SERVICE);
    await withdrawOne(world.erasing, SERVICE, userId);

    expect([unsearched, standing]).toEqual([
      'wrong-state: The search has not come through yet',
      'wrong-state: The person still has an account: withdraw it first',
    ]);
    expect(await close(requestId, carriedOut, SERVICE)).toBe('closed');
  });
});
