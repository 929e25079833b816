// The adversary when an erasure dies half-way: from the first step on nothing can be read. test/http has its whole life.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { sweeping } from '#test/support/sweeping.ts';

const STAFF = '/v1/clients/{clientId}/staff/{staffId}';
const ofMessage = ['Kanarie Uppringare', '+46701740671', 'Kanariefågeln på Storgatan har rymt', 'Kanarieanteckning'];
const ofStaff = ['Kanarie Anställd', 'Kanarieskötare', 'anstalld@kanarie.example'];

const engine = useEngine();
let world: MessagesWorld;
let thief: TableThief;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  thief = tableThief(world);
  clientId = (await world.aClient()).body.id;
  const [name = '', title = '', address = ''] = ofStaff;
  const emails = [{ label: 'Arbete', address }];
  staffId = (await world.aStaffMember(clientId, { name, title, emails })).body.id;
  const [caller = '', phone = '', matter = '', note = ''] = ofMessage;
  message = (await world.take(clientId, { staffId, caller: { name: caller, phone }, matter })).body;
  const params = { clientId, messageId: message.id };
  await world.call(`PATCH ${MESSAGE}`, { claims: world.operator, params, body: { note } });
  await world.call(`GET ${COLLECTION}`, { claims: world.supervisor, params: { clientId }, query: { staffId } });
  await thief.look();
});
afterEach(() => vi.restoreAllMocks());

/** The process dies at the writes of this name, from number `nth` on. */
function dieAt(command: RegExp, nth = 1): void {
  let seen = 0;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (command.test(context.commandName ?? '') && ++seen >= nth) throw new Error('It died');
      return next(args);
    },
    { step: 'initialize', name: 'dies' },
  );
}

const kindsLeft = async () => (await rawItems(world, 'records')).map(({ kind }) => kind);

test('while all of it lives the keys open all of it, and without them nothing stands open', async () => {
  const all = [...ofMessage, ...ofStaff];

  expect(thief.open(all)).toEqual([]);
  expect(await thief.recover(all)).toEqual(all);
});

test('a sweep that died after the keys has left records that nobody reads', async () => {
  world.clock.moveTo(Date.parse(message.expiresAt));
  dieAt(/^BatchWrite/);
  await expect(sweeping(world).sweep()).rejects.toThrow();

  expect(await kindsLeft()).toContain('message');
  expect(await thief.recover(ofMessage)).toEqual([]);
});

test("a staff member's erasure that died after the keys has left records that nobody reads, deliveries among them", async () => {
  dieAt(/^TransactWrite/, 2);
  const { status } = await world.directory(`DELETE ${STAFF}`, {
    claims: world.supervisor,
    params: { clientId, staffId },
  });

  expect(status).toBe(500);
  expect(await kindsLeft()).toEqual(expect.arrayContaining(['staff', 'delivery']));
  expect(await thief.recover(ofStaff)).toEqual([]);
  expect(await thief.recover(ofMessage)).toEqual(ofMessage);
});
