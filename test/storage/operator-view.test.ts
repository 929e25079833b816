// The client's own desk, as an operator sees it: for supervisors and the client's admins, and nobody else.
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffHit } from '#desk/search-schema.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { machine, portalPerson } from '#test/support/people.ts';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;
let anna: string;
let admin: Claims;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
  anna = (await world.aStaffMember(clientId, { answerNote: null })).body.id;
  admin = await portalPerson(world, clientId, 'clientAdmin', anna);
});

const search = (claims: Claims, body: object = {}) =>
  world.directory<{ items: StaffHit[] } & ProblemBody>('POST /v1/clients/{clientId}/staff/search', {
    claims,
    params: { clientId },
    body: { text: 'sjolund', ...body },
  });
const asOperator = { view: 'operator' };
const withoutReferences = (items: StaffHit[]) =>
  items.map(({ answer: { reference: _, ...answer }, ...hit }) => ({ ...hit, answer }));

describe('a search', () => {
  test('with it answers a supervisor, and the person who is admin, exactly as an operator', async () => {
    const [operator, supervisor, person] = await Promise.all([
      search(world.operator),
      search(world.supervisor, asOperator),
      search(admin, asOperator),
    ]);
    const own = await search(admin);

    const seen = withoutReferences(operator.body.items);
    expect(seen).toHaveLength(1);
    for (const { body } of [supervisor, person]) expect(withoutReferences(body.items)).toEqual(seen);
    expect(own.body.items[0]?.emails.length).toBeGreaterThan(seen[0]?.emails.length ?? 0);
  });

  test('does not find by a number that operators do not see', async () => {
    const params = { clientId, staffId: anna };
    const { body, etag } = await world.directory<{ phones: object[] }>('GET /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params,
    });
    const hidden = { number: '070-174 06 99', mayTell: false, mayConnect: false };
    await world.directory('PATCH /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params,
      body: { phones: [...body.phones, hidden] },
      ifMatch: etag,
    });

    const own = await search(admin, { text: '0701740699' });
    const operators = await search(admin, { text: '0701740699', ...asOperator });

    expect([own, operators].map(({ body: { items } }) => items.length)).toEqual([1, 0]);
  });

  test('shows of a protected person what an operator sees, and is written down as the reader’s', async () => {
    await world.aStaffMember(clientId, { name: 'Skyddad Sjölund', protected: true });

    const items = (await search(admin, asOperator)).body.items;

    const shown = items.find((hit) => hit.protected);
    expect([shown?.phones, shown?.emails, shown?.availability]).toEqual([[], [], null]);
    const audit = await world.app.db.queryAll({
      table: 'records',
      partition: { name: 'pk', value: `AUDIT#${clientId}` },
    });
    const readings = audit.filter(({ act }) => act === 'searchStaff');
    expect(readings).toMatchObject([{ role: 'clientAdmin', why: 'call' }]);
  });
});

test('the desk is the same for all who may read it', async () => {
  const own = await world.look();
  const shown = await world.look({ claims: admin, query: asOperator });

  const { answer: _, references: __, ...words } = own.body;
  expect([shown.status, shown.body]).toEqual([200, expect.objectContaining(words)]);
});

test('whoever is not to see it is refused with a pointer, before anything is read of the people', async () => {
  const readers = [await machine(world, [clientId]), await portalPerson(world, clientId, 'staffMember', anna)];

  const answers = await Promise.all(readers.map((claims) => search(claims, asOperator)));
  const desk = await world.look({ claims: readers[0] as Claims, query: asOperator });

  const refusal = (answer: { status: number; body: unknown }) => [
    answer.status,
    (answer.body as ProblemBody).errors?.map(({ pointer }) => pointer),
  ];
  expect(answers.map(refusal)).toEqual(Array(2).fill([403, ['/view']]));
  expect(refusal(desk)).toEqual([403, ['query/view']]);
});
