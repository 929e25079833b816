// Plans in the register, on the engine: who may be named in a step, what is kept, and what naming a colleague costs.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import type { StaffMember } from '#staff/schema.ts';
import { aStaffMember, type StaffBody } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';

const STAFF = '/v1/clients/{clientId}/staff';

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;
let bo: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
  bo = (await world.aStaffMember(clientId)).body.id;
});

type Answer = StaffMember & ProblemBody;
const planTo = (...staffIds: string[]): NonNullable<StaffBody['delivery']> => ({
  normal: staffIds.map((staffId) => ({ channels: ['email'], to: { staffId } })),
});
const create = (delivery: StaffBody['delivery'], idempotencyKey?: string) =>
  world.call<Answer>(`POST ${STAFF}`, {
    claims: world.supervisor,
    params: { clientId },
    body: aStaffMember({ delivery }),
    ...(idempotencyKey && { idempotencyKey }),
  });
const change = (staffId: string, etag: string, body: object) =>
  world.call<Answer>(`PATCH ${STAFF}/{staffId}`, {
    claims: world.supervisor,
    params: { clientId, staffId },
    body,
    ifMatch: etag,
  });
const erase = (staffId: string) =>
  world.call(`DELETE ${STAFF}/{staffId}`, { claims: world.supervisor, params: { clientId, staffId } });
const pointers = ({ body }: { body: ProblemBody }) => body.errors?.map(({ pointer }) => pointer);

test('a plan is kept as it was written, to a colleague and to the general inbox', async () => {
  const normal = [
    { channels: ['sms'], contacts: ['+46701740607'], waitMinutes: 3 },
    { channels: ['email'], to: { staffId: bo }, waitMinutes: 10 },
    { channels: ['email', 'sms'], to: 'generalInbox', waitMinutes: 10 },
  ];

  const created = await create({ normal, urgent: [] } as StaffBody['delivery']);

  expect([created.status, created.body.delivery?.normal]).toEqual([201, normal]);
});

describe('a step to a colleague is refused, with a pointer,', () => {
  test.each([
    ['who never was', async () => newId('staff', 0)],
    ['of another client', async () => (await world.aStaffMember((await world.aClient()).body.id)).body.id],
    [
      'who is erased',
      async () => {
        await erase(bo);
        return bo;
      },
    ],
  ])('%s', async (_, colleague) => {
    const answer = await create(planTo(bo, await colleague()));

    expect([answer.status, pointers(answer)?.at(-1)]).toEqual([400, '/delivery/normal/1/to/staffId']);
  });

  test('who is the person', async () => {
    const { body, etag } = await create(planTo());

    const answer = await change(body.id, etag, { delivery: planTo(bo, body.id) });

    expect([answer.status, pointers(answer)]).toEqual([400, ['/delivery/normal/1/to/staffId']]);
  });
});

test('an edit of something else leaves a plan as it is, though the colleague is erased since', async () => {
  const { body, etag } = await create(planTo(bo));
  await erase(bo);

  const answer = await change(body.id, etag, { title: 'Platschef' });

  expect([answer.status, answer.body.delivery]).toEqual([200, body.delivery]);
});

test('a post that was taken is answered again, though the colleague is erased since', async () => {
  const first = await create(planTo(bo), 'one');
  await erase(bo);

  const again = await create(planTo(bo), 'one');

  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
});

test('each colleague that is named costs two units to read, in the same request; a plan without any costs nothing', async () => {
  const { tally: without } = await world.meter.measure(() => create(planTo()));
  const { tally: named } = await world.meter.measure(() => create(planTo(bo, bo)));

  expect(without.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
  expect(named.requests).toEqual(without.requests);
  expect(named.readUnits - without.readUnits).toBe(2);
});
