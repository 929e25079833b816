// The adversary: every copy that was ever made of the tables, with the keys as they are when the time is over, tells nothing.
import { gzipSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Adversary, adversaryOf } from '#test/support/adversary.ts';
import { liveWithCanaries, ofMessage, ofStaff, STAFF } from '#test/support/canaries.ts';
import { useEngine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 3_600_000;

const messageSecrets = Object.values(ofMessage);
const staffSecrets = Object.values(ofStaff);

const engine = useEngine();
let world: MessagesWorld;
let adversary: Adversary;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  adversary = adversaryOf(world);
  sweeper = sweeping(world);
  ({ clientId, staffId, message } = await liveWithCanaries(world, adversary));
});

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
