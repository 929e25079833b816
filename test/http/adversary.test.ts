// The adversary: whoever keeps everything that can be got hold of reads nothing that is erased.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stores } from '#lib/stores.ts';
import { type Attack, attack, told } from '#test/support/adversary/attack.ts';
import { plant } from '#test/support/adversary/planting.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';

const HOUR_MS = 3_600_000;

let it: Attack;

beforeAll(async () => {
  it = await attack({ withTroubles: true });
});
afterAll(() => it?.end());

describe('while messages and register live', () => {
  test('every place of the API where a text can be written has had a secret in it', () => {
    const leaves = [...it.life.teller.operations.values()].flatMap((operation) => operation.leaves);
    const open = leaves.filter(({ closed }) => !closed).map(({ leaf }) => leaf);
    const said = new Set(it.life.teller.secrets.filter(({ of }) => of !== 'refused').map(({ leaf }) => leaf));

    expect(open.length).toBeGreaterThan(50);
    expect(open.filter((leaf) => !said.has(leaf))).toEqual([]);
  });

  test('each is found only where the register of stores allows it', () => {
    expect(it.spy.copies.strays(it.life.teller.secrets)).toEqual([]);
  });

  test('without a key nothing can be read but where users of the service sign in', () => {
    const open = it.spy.copies.open(it.life.teller.secrets);

    expect(told(it.life.teller.secrets.filter(({ value }) => open.has(value)))).toEqual([
      'user: inviteUser email',
      'operator: inviteOperator email',
    ]);
  });

  test('no refusal repeats what was refused', () => {
    for (const { value } of it.secretsOf('refused'))
      for (const refusal of it.life.refusals) expect(refusal).not.toContain(value);
  });

  test('with the keys all that is kept can be read, words that an edit took out a moment ago too: the harness does find things', async () => {
    const kept = [
      'client',
      'client before',
      'anna',
      'bo',
      'bo before',
      'cia',
      'cia before',
      'user',
      'operator',
      'machine',
      'message',
      'message by hand',
    ];

    expect(await it.recovered(...kept)).toEqual(it.all(...kept));
    expect(await it.recovered('key', 'refused', 'note before')).toEqual([]);
  });

  test('every log is one that the register knows', () => {
    const known: readonly string[] = stores.functionLogs.places ?? [];
    const logs = readdirSync(join(it.runner.dataDir, 'logs')).filter(
      (name) => !['aws.log', 'stream.log'].includes(name),
    );

    expect(logs.length).toBeGreaterThan(2);
    expect(logs.filter((name) => !known.includes(`log/${name.replace('.log', 'logs')}`))).toEqual([]);
  });
});

describe('a message that is erased by hand', () => {
  test('cannot be read from any copy from that moment on', async () => {
    const params = { clientId: it.life.clientId, messageId: it.life.erasable.id };
    await it.life.teller.say('deleteMessage', { of: 'message by hand', params });
    await it.takeCopies();

    expect(await it.recovered('message by hand')).toEqual([]);
  });
});

describe('25 hours after people are erased', () => {
  beforeAll(async () => {
    const { teller, clientId, staff, userId, operatorId, machineId } = it.life;
    await teller.say('eraseStaffMember', { of: 'anna', params: { clientId, staffId: staff.anna } });
    await teller.say('withdrawUser', { of: 'user', params: { clientId, userId } });
    await teller.say('withdrawOperator', { of: 'operator', params: { userId: operatorId } });
    await teller.say('deleteMachineClient', { of: 'machine', params: { machineId } });
    await it.takeCopies();
    await it.moveBy(25 * HOUR_MS);
  });

  test('a staff member cannot be read: not the record, nor what it was before, nor names and addresses on deliveries', async () => {
    expect(await it.recovered('anna')).toEqual([]);
  });

  test('a user, an operator and a machine client cannot be read, nor found in the user pool', async () => {
    expect(await it.recovered('user', 'operator', 'machine')).toEqual([]);
  });

  test('words that were taken out by an edit cannot be read either', async () => {
    expect(await it.recovered('client before', 'bo before', 'note before')).toEqual([]);
  });

  test('but for the name and the addresses that a message went to, for as long as the message lives', async () => {
    const addressed = [
      'name',
      'phones[].number',
      'emails[].address',
      'delivery.normal[].contacts[]',
      'delivery.urgent[].contacts[]',
    ];
    const isAddressed = (name: string) => addressed.some((leaf) => name.endsWith(`Member ${leaf}`));

    expect(await it.recovered('cia before')).toEqual(it.all('cia before').filter(isAddressed));
  });

  test('the others can be read as before', async () => {
    expect(await it.recovered('client', 'bo', 'cia', 'message')).toEqual(it.all('client', 'bo', 'cia', 'message'));
  });
});

describe('an hour after their time is over', () => {
  beforeAll(async () => {
    const ends = it.life.messages.map(({ expiresAt }) => Date.parse(expiresAt));
    await it.moveTo(Math.max(...ends) + HOUR_MS / 2);
    await it.moveTo(Math.max(...ends) + HOUR_MS);
  });

  test('messages cannot be read from any copy, with any key that is left', async () => {
    expect(await it.recovered('message', 'message by hand', 'note before')).toEqual([]);
  });

  test('nor whom they went to, under names and addresses that an edit has taken out since', async () => {
    expect(await it.recovered('cia before')).toEqual([]);
  });

  test('and still nothing has strayed', () => {
    expect(it.spy.copies.strays(it.life.teller.secrets)).toEqual([]);
  });

  test('whom they were for can be read, but for an absence that ended long ago', async () => {
    await it.moveBy(25 * HOUR_MS);

    const isAbsence = (name: string) => name.endsWith('absence.note');
    expect(await it.recovered('bo')).toEqual(it.all('bo').filter((name) => !isAbsence(name)));
    expect(it.all('bo').filter(isAbsence)).not.toEqual([]);
  });
});

describe('what goes past the vault is found', () => {
  let planted: readonly Secret[];
  let strays: readonly string[];

  beforeAll(async () => {
    planted = await plant(it.runner);
    await it.takeCopies();
    strays = it.spy.copies.strays(planted);
  });

  test.each<keyof typeof stores>([
    'functionLogs',
    'orderQueues',
    'orderDeadLetters',
    'ordersTopic',
    'eventsTopic',
    'records',
    'recordsStream',
    'messageKeys',
    'registerKeys',
    'evidence',
    'mailSettings',
    'userPool',
  ])('in the store %s', (store) => {
    expect(planted.map(({ of }) => of)).toContain(store);
    expect(strays).toContain(`${store}: ${store} planted`);
  });
});
