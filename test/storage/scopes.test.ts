// What a machine client's scope of writing is good for: to write, not to read what others have written.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Scope } from '#shared/route.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Call, Claims } from '#test/support/http-call.ts';
import { MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { machine } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const CLIENT = '/v1/clients/{clientId}';
const STAFF = `${CLIENT}/staff/{staffId}`;

const engine = useEngine();
let world: MessagesWorld;
let message: Taken;
let params: Record<'client' | 'staff' | 'message', Record<string, string>>;

beforeEach(async () => {
  world = await messagesWorld(engine);
  const clientId = (await world.aClient()).body.id;
  const staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
  params = { client: { clientId }, staff: { clientId, staffId }, message: { clientId, messageId: message.id } };
});

interface Edit {
  route: string;
  of: keyof typeof params;
  read: Scope;
  write: Scope;
  call: Call;
}

const edits: Edit[] = [
  {
    route: `PATCH ${CLIENT}`,
    of: 'client',
    read: 'directory.read',
    write: 'directory.write',
    call: { ifMatch: '"1"', body: { town: 'Härnösand' } },
  },
  {
    route: `PATCH ${STAFF}`,
    of: 'staff',
    read: 'directory.read',
    write: 'directory.write',
    call: { ifMatch: '"1"', body: { title: 'Snickare' } },
  },
  {
    route: `PUT ${STAFF}/absence`,
    of: 'staff',
    read: 'directory.read',
    write: 'directory.write',
    call: { body: { reason: 'lunch', until: '2026-11-23T12:00:00Z' } },
  },
  {
    route: `PATCH ${MESSAGE}`,
    of: 'message',
    read: 'messages.read',
    write: 'messages.write',
    call: { body: { handled: true } },
  },
];

const ask = ({ route, of, call }: Edit, claims: Claims) =>
  (of === 'message' ? world.call : world.directory)(route, { claims, params: params[of], ...call });

describe.for(edits)('$route, which answers with the whole record', (edit) => {
  test('is refused to who may write alone, and changes nothing', async () => {
    const writer = await machine(world, [message.clientId], [edit.write]);
    const before = await rawItems(world, 'records');

    const { body } = await ask(edit, writer);

    expect(body).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await rawItems(world, 'records')).toEqual(before);
  });

  test('is for who may read as well', async () => {
    const both = await machine(world, [message.clientId], [edit.write, edit.read]);

    expect((await ask(edit, both)).status).toBe(200);
  });
});

test.each<[string, unknown]>([
  ['contacts', []],
  ['generalInbox', null],
  ['retentionAppliesTo', 'all'],
])('a machine client does not write over what it does not see, and erases nothing: %s', async (field, value) => {
  const { clientId = '' } = params.client;
  const claims = await machine(world, [clientId], ['directory.read', 'directory.write']);
  const call = { claims, params: params.client, ifMatch: '"1"', body: { [field]: value } };

  const { status, body: problem } = await world.directory(`PATCH ${CLIENT}`, call);

  expect([status, problem.errors?.map(({ pointer }) => pointer)]).toEqual([403, [`/${field}`]]);
});
