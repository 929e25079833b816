// Sub-processors: those of the code, announcements with their thirty days, objections, and who the service is.
import { beforeEach, describe, expect, test } from 'vitest';
import type { SubProcessor } from '#agreements/service-schema.ts';
import type { Item } from '#shared/found.ts';
import type { ProblemBody } from '#shared/problems.ts';
import {
  AGREEMENTS,
  type AgreementsWorld,
  agreementsWorld,
  aService,
  aSubProcessor,
} from '#test/support/agreements-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Call, codeOf } from '#test/support/http-call.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const engine = useEngine();
const AWS = 'spr_00000000000000000000000AWS';
const ONE = '/v1/sub-processors/{subProcessorId}';
let world: AgreementsWorld;

beforeEach(async () => {
  world = await agreementsWorld(engine);
});

const list = async () =>
  (await world.call<{ items: SubProcessor[] }>('GET /v1/sub-processors', { claims: world.officer })).body.items;
const announce = (body: object = {}, more: Call = {}) =>
  world.call<SubProcessor & ProblemBody>('POST /v1/sub-processors', {
    claims: world.officer,
    body: { ...aSubProcessor(), ...body },
    ...more,
  });
const change = async (subProcessorId: string, body: object, ifMatch?: string) => {
  const { version } = (await list()).find(({ id }) => id === subProcessorId) ?? { version: 0 };
  const call = { claims: world.officer, params: { subProcessorId }, body, ifMatch: ifMatch ?? `"${version}"` };
  return world.call<SubProcessor & ProblemBody>(`PATCH ${ONE}`, call);
};
const sign = async () => {
  await world.introduce();
  return (await world.sign()).body.id;
};
const moveTo = (day: string) => world.clock.moveTo(Date.parse(`${day}T08:00:00Z`));

describe('before any agreement', () => {
  test('there is the cloud that the service runs on, without a record', async () => {
    expect(await list()).toMatchObject([{ id: AWS, version: 0, current: { country: 'LU' }, next: null }]);
    expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'subProcessor')).toEqual([]);
  });

  test('a new one holds at once, and so does a change', async () => {
    const { body } = await announce();

    const changed = await change(body.id, { place: 'Finland' });
    const ended = await change(body.id, { ends: true });

    expect(body).toMatchObject({ current: { name: 'Brevbäraren AB' }, next: null });
    expect(changed.body).toMatchObject({ current: { place: 'Finland', name: 'Brevbäraren AB' }, version: 2 });
    expect(ended.body).toMatchObject({ current: null, next: null });
    expect((await list()).map(({ id }) => id)).toEqual([AWS]);
  });
});

describe('once somebody has signed', () => {
  beforeEach(sign);

  test('a new one holds after 31 days, and not a moment before', async () => {
    const { body } = await announce();
    moveTo('2026-12-23');
    const before = await list();
    world.clock.moveTo(Date.parse('2026-12-24T00:00:00+01:00'));

    const after = await list();

    expect(body).toMatchObject({
      current: null,
      next: { holdsFrom: '2026-12-24', details: { name: 'Brevbäraren AB' } },
    });
    expect(before[1]).toMatchObject({ current: null });
    expect(after[1]).toMatchObject({ current: { name: 'Brevbäraren AB' }, next: null });
  });

  test('a day before that is refused, and a later one taken', async () => {
    const [early, late] = [await announce({ holdsFrom: '2026-12-23' }), await announce({ holdsFrom: '2027-03-01' })];

    expect(early.body.errors).toEqual([{ pointer: '/holdsFrom', detail: 'Not before 2026-12-24' }]);
    expect(late.body.next?.holdsFrom).toBe('2027-03-01');
  });

  test('of the cloud itself a change is announced, and what holds stays until then', async () => {
    const changed = await change(AWS, { place: 'Irland' });
    const stale = await change(AWS, { place: 'Finland' }, '"0"');

    expect(changed.body).toMatchObject({
      current: { place: 'EU' },
      next: { details: { place: 'Irland' } },
      version: 1,
    });
    expect(codeOf(stale)).toBe('version-conflict');
  });

  test('another contact holds at once, and tells nobody', async () => {
    await change(AWS, { place: 'Irland' });

    const { body } = await change(AWS, { contact: 'ny@aws.example' });

    expect(body).toMatchObject({
      current: { contact: 'ny@aws.example', place: 'EU' },
      next: { details: { contact: 'ny@aws.example', place: 'Irland' } },
    });
  });

  test('an end is announced as well, and then it is gone', async () => {
    const { body } = await change(AWS, { ends: true });
    moveTo('2026-12-24');

    expect(body.next).toMatchObject({ details: null, holdsFrom: '2026-12-24' });
    expect(await list()).toEqual([]);
    expect(codeOf(await change(AWS, { place: 'EU' }, '"1"'))).toBe('not-found');
  });

  test('asking again with the same key announces nothing more', async () => {
    const first = await announce({}, { idempotencyKey: 'once' });
    const again = await announce({}, { idempotencyKey: 'once' });
    const other = await announce({ place: 'Norge' }, { idempotencyKey: 'once' });

    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(codeOf(other)).toBe('idempotency-mismatch');
    expect(await list()).toHaveLength(2);
  });

  test('nothing of them stands open but days', async () => {
    await announce();

    const text = rawText(await rawItems(world, 'records'));

    for (const words of ['Brevbäraren', 'Storgatan', 'dataskydd@']) expect(text).not.toContain(words);
  });
});

describe('an objection', () => {
  const object = (agreementId: string, subProcessorId: string, text = 'Vi vill inte ha brev', more: Call = {}) =>
    world.call<{ objections: Item[] } & ProblemBody>(`POST ${AGREEMENTS}/{agreementId}/objections`, {
      claims: world.signatory,
      params: { clientId: world.clientId, agreementId },
      body: { subProcessorId, text },
      ...more,
    });
  const tasks = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'task');

  test('is kept with the agreement, and a person gets a task; the desk goes on', async () => {
    const agreementId = await sign();
    const { id } = (await announce()).body;

    const { body } = await object(agreementId, id);

    expect(body.objections).toMatchObject([{ subProcessorId: id, text: 'Vi vill inte ha brev' }]);
    expect(await tasks()).toMatchObject([
      { reason: 'subProcessorObjection', clientId: world.clientId, refId: agreementId },
    ]);
    expect((await world.read(agreementId)).body.objections).toEqual(body.objections);
    expect(rawText(await rawItems(world, 'records'))).not.toContain('inte ha brev');
  });

  test('said again stands after the one before, each with its time, and is one task', async () => {
    const agreementId = await sign();
    const { id } = (await announce()).body;
    const first = (await object(agreementId, id)).body.objections;
    world.clock.advance(60_000);

    const { body } = await object(agreementId, id, 'Vi har tänkt om');

    expect(body.objections).toMatchObject([{ text: 'Vi vill inte ha brev' }, { text: 'Vi har tänkt om' }]);
    expect(body.objections[0]).toEqual(first[0]);
    expect(new Set(body.objections.map(({ at }) => at)).size).toBe(2);
    expect((await world.read(agreementId)).body.objections).toEqual(body.objections);
    expect(await tasks()).toHaveLength(1);
  });

  test('in the same words is one, of another announcement another', async () => {
    const agreementId = await sign();
    const { id } = (await announce()).body;
    const once = await object(agreementId, id);
    world.clock.advance(60_000);

    const again = await object(agreementId, id);
    await change(id, { place: 'Norge' });
    world.clock.advance(60_000);
    const anew = await object(agreementId, id);

    expect(again.body.objections).toEqual(once.body.objections);
    expect(anew.body.objections).toHaveLength(2);
  });

  test('is refused after thirty, and those are kept', async () => {
    const agreementId = await sign();
    const { id } = (await announce()).body;
    for (let n = 1; n <= 30; n++) await object(agreementId, id, `${n} ${'å'.repeat(1_990)}`);

    const more = await object(agreementId, id, 'Ett till');

    expect([codeOf(more), more.body.detail]).toEqual(['wrong-state', '30 objections are kept: talk to the service']);
    expect((await world.read(agreementId)).body.objections).toHaveLength(30);
  });

  test('to what is not announced, or of an agreement that has ended, is refused', async () => {
    const agreementId = await sign();
    const nothing = await object(agreementId, AWS);
    const { id } = (await announce()).body;
    await world.sign();

    const late = await object(agreementId, id);

    expect([codeOf(nothing), codeOf(late)]).toEqual(['unknown-sub-processor', 'wrong-state']);
  });

  test('of another client is not to be made', async () => {
    const agreementId = await sign();
    const { id } = (await announce()).body;
    const other = await world.anotherClient();

    const refused = await object(agreementId, id, 'Nej', { claims: other.signatory });

    expect(codeOf(refused)).toBe('not-found');
  });
});

describe('who the service is', () => {
  test('is nobody until it is said, and is changed by version', async () => {
    const before = await world.call('GET /v1/service-details', { claims: world.officer });
    await world.introduce();
    const stale = await world.call('PUT /v1/service-details', {
      claims: world.officer,
      body: aService(),
      ifMatch: '"0"',
    });
    const after = await world.call('GET /v1/service-details', { claims: world.signatory });

    expect([before.body, before.etag]).toEqual([{ details: null, changedAt: null, version: 0 }, '"0"']);
    expect(codeOf(stale)).toBe('version-conflict');
    expect(after.body).toMatchObject({ details: { name: 'Svarsbolaget AB' }, version: 1 });
  });

  test('stands sealed', async () => {
    await world.introduce();

    expect(rawText(await rawItems(world, 'records'))).not.toContain('Svarsbolaget');
  });
});

test('an announcement, an objection and a change of the details cost what they say', async () => {
  const agreementId = await sign();
  const announced = await world.meter.measure(() => announce());
  const { etag } = await world.call('GET /v1/service-details', { claims: world.officer });
  const detailed = await world.meter.measure(() =>
    world.call('PUT /v1/service-details', { claims: world.officer, body: aService(), ifMatch: etag }),
  );
  const objected = await world.meter.measure(() =>
    world.call(`POST ${AGREEMENTS}/{agreementId}/objections`, {
      claims: world.signatory,
      params: { clientId: world.clientId, agreementId },
      body: { subProcessorId: announced.result.body.id, text: 'Nej' },
    }),
  );

  const of = ({ tally }: typeof announced | typeof detailed | typeof objected) => [tally.requests, tally.writeUnits];
  expect(of(announced)).toEqual([{ BatchGetItem: 1, Query: 1, TransactWriteItems: 1 }, 7]);
  expect(of(detailed)).toEqual([{ BatchGetItem: 1, TransactWriteItems: 1 }, 7]);
  expect(of(objected)).toEqual([{ BatchGetItem: 1, TransactWriteItems: 1 }, 8]);
});
