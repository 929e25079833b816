// Messages on the engine while others write and erase: nobody's words are overwritten, nobody learns of another's message.
import { beforeEach, describe, expect, test } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { cancelled, failNext } from '#test/support/faults.ts';
import type { Claims } from '#test/support/http-call.ts';
import { MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const change = (body: object, claims: Claims = world.operator) =>
  world.call<Taken>(`PATCH ${MESSAGE}`, { claims, params: { clientId, messageId: message.id }, body });

/** Between the write of the next edit and the reading of its answer. */
function afterNextWrite(act: () => Promise<unknown>): void {
  let done = false;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      const reply = await next(args);
      if (!done && context.commandName?.startsWith('TransactWrite')) {
        done = true;
        await act();
      }
      return reply;
    },
    { step: 'initialize', name: 'between' },
  );
}

test('a note that another wrote after ours stands: ours is not written again', async () => {
  let theirs: Taken | undefined;
  afterNextWrite(async () => {
    theirs = (await change({ note: 'Andra' }, world.supervisor)).body;
  });

  const ours = await change({ note: 'Första', handled: true });

  expect(theirs?.note).toBe('Andra');
  expect(ours).toMatchObject({ status: 200, body: { note: 'Andra', state: 'handled' } });
  expect((await world.read(message)).body.note).toBe('Andra');
});

describe('a transaction of somebody else', () => {
  test('is waited for by an edit and by an erasure', async () => {
    failNext(world.client, 'TransactWriteItemsCommand', cancelled('TransactionConflict', 'None'));
    const edited = await change({ read: true });
    failNext(world.client, 'TransactWriteItemsCommand', cancelled('TransactionConflict', 'None'));
    const erased = await world.erase(message);

    expect([edited.status, erased.status]).toEqual([200, 204]);
  });

  test('that never ends is answered alike, whatever it hinders: try again', async () => {
    failNext(world.client, 'TransactWriteItemsCommand', ...Array(6).fill(cancelled('TransactionConflict', 'None')));
    const edited = await change({ read: true });
    failNext(world.client, 'TransactWriteItemsCommand', ...Array(6).fill(cancelled('TransactionConflict', 'None')));
    const noted = await change({ note: 'Ringde' });

    expect([edited, noted].map(({ status, body }) => [status, body.code])).toEqual([
      [503, 'try-again'],
      [503, 'try-again'],
    ]);
  });
});

describe('a staff member', () => {
  test('is told that an own message is erased, and of no other that it ever was', async () => {
    const colleague = (await world.aStaffMember(clientId)).body.id;
    const copied = (await world.aStaffMember(clientId)).body.id;
    const sent = (await world.take(clientId, { staffId, copyTo: [copied] })).body;
    const claimsOf = (id: string) => portalPerson(world, clientId, 'staffMember', id);
    const [own, copy, other] = await Promise.all([staffId, copied, colleague].map(claimsOf));
    const living = await world.read(sent, { claims: other as Claims });
    await world.erase(sent);

    const answers = await Promise.all(
      [own, copy, other].map((claims) => world.read(sent, { claims: claims as Claims })),
    );

    expect(answers.map(({ status }) => status)).toEqual([410, 410, 404]);
    expect(JSON.stringify(answers[2])).toBe(JSON.stringify(living));
  });

  test('does not see the address of the general inbox that took an own message', async () => {
    const address = 'vd@nordvik.example';
    const { id } = (await world.aClient({ generalInbox: { emails: [address], phones: [], language: 'sv' } })).body;
    const mute = (await world.aStaffMember(id, { phones: [], emails: [] })).body.id;
    const taken = (await world.take(id, { staffId: mute })).body;
    const own = await portalPerson(world, id, 'staffMember', mute);
    const admin = await portalPerson(world, id, 'clientAdmin');

    const [seen, all] = await Promise.all([own, admin].map((claims) => world.read(taken, { claims })));

    expect(seen?.body.deliveries.map((delivery) => delivery.address)).toEqual([null]);
    expect(all?.body.deliveries.map((delivery) => delivery.address)).toEqual([address]);
  });
});
