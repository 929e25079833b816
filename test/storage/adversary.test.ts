// The adversary: every copy that was ever made of the tables, with the keys as they are when the time is over, tells nothing.
import { gzipSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Adversary, adversaryOf } from '#test/support/adversary.ts';
import { type Delivering, delivering, later, ordersOf, refused } from '#test/support/delivering.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 3_600_000;
const STAFF = '/v1/clients/{clientId}/staff/{staffId}';

/** One in every personal field of a message. */
const ofMessage = {
  name: 'Kanarie Uppringare',
  company: 'Kanariebolaget',
  phone: '+46701740671',
  secondPhone: 'slutar på 4711',
  email: 'uppringare@kanarie.example',
  matter: 'Kanariefågeln på Storgatan har rymt åter',
  note: 'Kanarieanteckning nummer ett',
  secondNote: 'Kanarieanteckning nummer två',
};
/** And of a staff member; the second of each is what it was corrected to. */
const ofStaff = {
  name: 'Kanarie Anställd',
  secondName: 'Kanarie Omdöpt',
  title: 'Kanarieskötare',
  secondTitle: 'Papegojskötare',
  email: 'anstalld@kanarie.example',
  secondEmail: 'omdopt@kanarie.example',
  phone: '+46701740672',
  answerNote: 'Kanarien är på semester',
  absenceNote: 'Kanarien är hos veterinären',
};
const messageSecrets = Object.values(ofMessage);
const staffSecrets = Object.values(ofStaff);

const engine = useEngine();
let world: MessagesWorld;
let adversary: Adversary;
let sweeper: Sweeping;
let house: Delivering;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  adversary = adversaryOf(world);
  sweeper = sweeping(world);
  house = delivering(world);
  await live();
});

/** What happens to a message and to a person in six months, with the adversary looking on at every step. */
async function live(): Promise<void> {
  const { supervisor, operator } = world;
  clientId = (await world.aClient()).body.id;
  const { name, title, email, phone, answerNote } = ofStaff;
  const made = await world.aStaffMember(clientId, {
    name,
    title,
    answerNote,
    emails: [{ label: 'Arbete', address: email }],
    phones: [{ label: 'Mobil', number: phone }],
  });
  staffId = made.body.id;
  await adversary.look();
  message = (
    await world.take(clientId, {
      staffId,
      caller: {
        name: ofMessage.name,
        company: ofMessage.company,
        phone: ofMessage.phone,
        secondPhone: ofMessage.secondPhone,
        email: ofMessage.email,
      },
      matter: ofMessage.matter,
    })
  ).body;
  await adversary.look();

  const [first, second] = ordersOf(message) as [ChannelOrder, ChannelOrder];
  house.answers.push(later, refused);
  for (const order of [first, second, first]) {
    adversary.keep(order);
    await house.send(order);
    await adversary.look();
    world.clock.advance(10_000);
  }
  const ofThis = { claims: operator, params: { clientId, messageId: message.id } };
  for (const note of [ofMessage.note, ofMessage.secondNote]) {
    await world.call(`PATCH ${MESSAGE}`, { ...ofThis, body: { note, read: true } });
    await adversary.look();
  }
  await world.call(`GET ${COLLECTION}`, { claims: supervisor, params: { clientId }, query: { staffId } });
  await world.call(`PATCH ${MESSAGE}`, { ...ofThis, body: { matter: ofMessage.matter } });

  const person = { claims: supervisor, params: { clientId, staffId } };
  await world.directory(`PUT ${STAFF}/absence`, {
    ...person,
    body: { reason: 'other', note: ofStaff.absenceNote, until: new Date(world.clock.nowMs() + HOUR_MS).toISOString() },
  });
  await adversary.look();
  await world.directory(`PATCH ${STAFF}`, {
    ...person,
    ifMatch: '"2"',
    body: {
      name: ofStaff.secondName,
      title: ofStaff.secondTitle,
      emails: [{ label: 'Arbete', address: ofStaff.secondEmail }],
    },
  });
  await adversary.look();
}

describe('before the time is over', () => {
  test('nothing of anybody stands open: not in tables, queues or logs', () => {
    expect(adversary.open([...messageSecrets, ...staffSecrets])).toEqual([]);
  });

  test('with the keys all of it can be read, but for a note that was written over: the harness does find things', async () => {
    const readable = messageSecrets.filter((secret) => secret !== ofMessage.note);

    expect(await adversary.recover(messageSecrets)).toEqual(readable);
    expect(await adversary.recover(staffSecrets)).toEqual(staffSecrets);
  });
});

describe('a message', () => {
  test('an hour after its time cannot be read from any copy, with any key that is left', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt) + 15 * 60_000);
    await sweeper.sweep();
    await adversary.look();

    expect(await adversary.recover(messageSecrets)).toEqual([]);
  });

  test('that was erased by hand cannot be read from that moment on', async () => {
    await world.erase(message);

    expect(await adversary.recover(messageSecrets)).toEqual([]);
  });

  test('cannot be read either when the sweep died after the keys', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt));
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'BatchWriteItemCommand') throw new Error('It died');
        return next(args);
      },
      { step: 'initialize', name: 'dies' },
    );
    await expect(sweeper.sweep()).rejects.toThrow();

    expect(await adversary.recover(messageSecrets)).toEqual([]);
  });
});

describe('a staff member', () => {
  test('25 hours after the erasure cannot be read from any copy: not the record, nor what it was before, nor addresses of old deliveries', async () => {
    await world.directory(`DELETE ${STAFF}`, { claims: world.supervisor, params: { clientId, staffId } });
    await adversary.look();
    world.clock.advance(25 * HOUR_MS);

    expect(await adversary.recover(staffSecrets)).toEqual([]);
  });

  test('who was corrected: 25 hours later the words that were taken out are gone, the others not', async () => {
    world.clock.advance(25 * HOUR_MS);

    const recovered = await adversary.recover(staffSecrets);

    expect(recovered).not.toContain(ofStaff.title);
    expect(recovered).toContain(ofStaff.secondTitle);
    // As it was addressed, name and address stand on the deliveries of the message, until that or the person is gone.
    expect(recovered).toEqual(expect.arrayContaining([ofStaff.name, ofStaff.email]));
  });
});

describe('the harness finds what goes past the vault', () => {
  const secret = ofMessage.matter;

  test.each<[string, unknown]>([
    ['as it is', secret],
    ['in UTF-16', Buffer.from(secret, 'utf16le')],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in base64 of more than it', Buffer.from(`{"a":"${secret}"}`).toString('base64')],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in gzip', gzipSync(JSON.stringify({ secret }))],
  ])('%s', async (_, value) => {
    const Item = { pk: 'PAST', sk: 'THE VAULT', value };
    await world.raw.send(new PutCommand({ TableName: world.tables.records, Item }));
    await adversary.look();

    expect(adversary.open([secret])).toEqual([secret]);
  });

  test('in a log', () => {
    console.error(`could not send ${secret}`);

    expect(adversary.open([secret])).toEqual([secret]);
  });

  test('when the keys were never taken', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt) + HOUR_MS);

    expect(await adversary.recover([secret])).toEqual([secret]);
  });
});
