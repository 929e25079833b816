// The adversary: whoever keeps everything that can be got hold of reads nothing that is erased.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stores } from '#lib/stores.ts';
import type * as vault from '#shared/vault.ts';
import { type Attack, attack, told } from '#test/support/adversary/attack.ts';
import { changedCopy } from '#test/support/adversary/changed-copy.ts';
import * as openVault from '#test/support/adversary/open-vault.ts';
import { plant } from '#test/support/adversary/planting.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import { startRunner } from '#test/support/runner.ts';

const HOUR_MS = 3_600_000;
/** Of an erasure. */
const why = { why: 'complaint' };

openVault satisfies typeof vault;
const copy = changedCopy({ 'functions/shared/vault.ts': 'test/support/adversary/open-vault.ts' });

let house: Attack;
/** The same where the vault seals nothing. */
let glasshouse: Attack;

/** Started one after the other; then together: one that waits for a provider that is silent leaves the other its time. */
beforeAll(async () => {
  const runner = await startRunner({ args: ['--tape'] });
  const changed = await startRunner({ args: ['--tape'], root: copy.root });
  [house, glasshouse] = await Promise.all([
    attack(runner, { withTroubles: true }),
    attack(changed, { withTroubles: false }),
  ]);
});
afterAll(async () => {
  await Promise.all([house?.end(), glasshouse?.end()]);
  copy.remove();
});

describe('while messages and register live', () => {
  test('every place of the API where a text can be written has had a secret in it', () => {
    const leaves = [...house.life.teller.operations.values()].flatMap((operation) => operation.leaves);
    const open = leaves.filter(({ closed }) => !closed).map(({ leaf }) => leaf);
    const said = new Set(house.life.teller.secrets.filter(({ of }) => of !== 'refused').map(({ leaf }) => leaf));

    expect(open.length).toBeGreaterThan(50);
    expect(open.filter((leaf) => !said.has(leaf))).toEqual([]);
  });

  test('each is found only where the register of stores allows it', () => {
    expect(house.spy.copies.strays(house.life.teller.secrets)).toEqual([]);
  });

  test('without a key nothing can be read but where users of the service sign in', () => {
    const open = house.spy.copies.open(house.life.teller.secrets);

    expect(told(house.life.teller.secrets.filter(({ value }) => open.has(value)))).toEqual([
      'signatory: inviteUser email',
      'user: inviteUser email',
      'operator: inviteOperator email',
    ]);
  });

  test('no refusal repeats what was refused', () => {
    for (const { value } of house.secretsOf('refused'))
      for (const refusal of house.life.refusals) expect(refusal).not.toContain(value);
  });

  test('with the keys all that is kept can be read, words that an edit took out a moment ago too: the harness does find things', async () => {
    const kept = [
      'service',
      'agreement',
      'signatory',
      'client',
      'client before',
      'notice',
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
      'request',
      'request before',
    ];

    expect(await house.recovered(...kept)).toEqual(house.all(...kept));
    expect(await house.recovered('key', 'refused', 'note before', 'text before')).toEqual([]);
  });

  test('every log is one that the register knows', () => {
    const known: readonly string[] = stores.functionLogs.places ?? [];
    const logs = readdirSync(join(house.runner.dataDir, 'logs')).filter(
      (name) => !['aws.log', 'stream.log'].includes(name),
    );

    expect(logs.length).toBeGreaterThan(2);
    expect(logs.filter((name) => !known.includes(`log/${name.replace('.log', 'logs')}`))).toEqual([]);
  });
});

describe('a message that is erased by hand', () => {
  test('cannot be read from any copy from that moment on, but for a report that had it: that one for a day, by a restore of keys', async () => {
    const params = { clientId: house.life.clientId, messageId: house.life.erasable.id };
    await house.life.teller.say('deleteMessage', { of: 'message by hand', params, query: why });
    await house.takeCopies();

    const { pdf, text } = await house.inFiles('message by hand');
    const reported = new Set([...pdf, ...text]);
    expect(reported).toContain('message by hand: takeMessage matter');
    expect((await house.recovered('message by hand')).filter((one) => !reported.has(one))).toEqual([]);
  });
});

describe('25 hours after people are erased', () => {
  beforeAll(async () => {
    const { teller, clientId, staff, userId, operatorId, machineId } = house.life;
    await teller.say('eraseStaffMember', { of: 'anna', params: { clientId, staffId: staff.anna }, query: why });
    await teller.say('withdrawUser', { of: 'user', params: { clientId, userId } });
    await teller.say('withdrawOperator', { of: 'operator', params: { userId: operatorId } });
    await teller.say('deleteMachineClient', { of: 'machine', params: { machineId } });
    await house.takeCopies();
    await house.moveBy(25 * HOUR_MS);
  });

  test('no file tells anything any more, nor can a message be read that was erased by hand and stood in one', async () => {
    const everybody = ['client', 'anna', 'bo', 'cia', 'message', 'message by hand', 'request'];

    expect(await house.inFiles(...everybody)).toEqual({ zip: [], pdf: [], text: [] });
    expect(await house.recovered('message by hand')).toEqual([]);
  });

  test('a staff member cannot be read: not the record, nor what it was before, nor names and addresses on deliveries', async () => {
    expect(await house.recovered('anna')).toEqual([]);
  });

  test('a user, an operator and a machine client cannot be read, nor found in the user pool', async () => {
    expect(await house.recovered('user', 'operator', 'machine')).toEqual([]);
  });

  test('words that were taken out by an edit cannot be read either', async () => {
    expect(await house.recovered('client before', 'bo before', 'note before', 'request before')).toEqual([]);
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

    expect(await house.recovered('cia before')).toEqual(house.all('cia before').filter(isAddressed));
  });

  test('the others can be read as before', async () => {
    const others = ['client', 'notice', 'bo', 'cia', 'message', 'request'];

    expect(await house.recovered(...others)).toEqual(house.all(...others));
  });
});

describe('an hour after their time is over', () => {
  beforeAll(async () => {
    const ends = house.life.messages.map(({ expiresAt }) => Date.parse(expiresAt));
    await house.moveTo(Math.max(...ends) + HOUR_MS / 2);
    await house.moveTo(Math.max(...ends) + HOUR_MS);
  });

  test('messages cannot be read from any copy, with any key that is left', async () => {
    expect(await house.recovered('message', 'message by hand', 'note before', 'text before')).toEqual([]);
  });

  test('nor whom they went to, under names and addresses that an edit has taken out since', async () => {
    expect(await house.recovered('cia before')).toEqual([]);
  });

  test('and still nothing has strayed', () => {
    expect(house.spy.copies.strays(house.life.teller.secrets)).toEqual([]);
  });

  test('whom they were for can be read, but for an absence that ended long ago', async () => {
    await house.moveBy(25 * HOUR_MS);

    const isAbsence = (name: string) => /absences\[\]\.(note|operatorNote)$/.test(name);
    expect(await house.recovered('bo')).toEqual(house.all('bo').filter((name) => !isAbsence(name)));
    expect(house.all('bo').filter(isAbsence)).not.toEqual([]);
  });

  test('what a person has asked for cannot, nor who it was: it was closed more than ninety days ago', async () => {
    expect(await house.recovered('request', 'request before')).toEqual([]);
    expect(house.all('request')).not.toEqual([]);
  });

  test('a notice to the operators, which has ended since, cannot, while all else of the client can', async () => {
    expect(await house.recovered('notice')).toEqual([]);
    expect(await house.recovered('client')).toEqual(house.all('client'));
    expect(house.all('notice')).not.toEqual([]);
  });
});

describe('the adversary put to the test, where the vault seals nothing', () => {
  /** What goes through the vault: keys of requests do not, and what is refused is not kept at all. */
  const sealed = () => glasshouse.life.teller.secrets.filter(({ of }) => !['key', 'refused'].includes(of));

  test('every text that should have been sealed stands open in the copies, and is where it may not be', () => {
    const found = glasshouse.spy.copies.open(sealed());
    const strays = glasshouse.spy.copies.strays(sealed());

    expect(sealed().filter(({ value }) => !found.has(value))).toEqual([]);
    for (const { of, leaf } of sealed())
      expect(strays.some((stray) => stray.startsWith('records') && stray.endsWith(`: ${of} ${leaf}`))).toBe(true);
  });

  test('a message whose keys are gone is still read', async () => {
    await glasshouse.life.teller.say('deleteMessage', {
      query: why,
      of: 'message by hand',
      params: { clientId: glasshouse.life.clientId, messageId: glasshouse.life.erasable.id },
    });
    const secrets = glasshouse.secretsOf('message by hand');

    const recovered = await glasshouse.spy.copies.recover(secrets, []);

    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(({ value }) => !recovered.has(value))).toEqual([]);
  });
});

describe('what goes past the vault is found', () => {
  let planted: readonly Secret[];
  let strays: readonly string[];

  beforeAll(async () => {
    planted = await plant(glasshouse.runner);
    await glasshouse.takeCopies();
    strays = glasshouse.spy.copies.strays(planted);
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
    'handouts',
    'mailSettings',
    'userPool',
  ])('in the store %s', (store) => {
    expect(planted.map(({ of }) => of)).toContain(store);
    expect(strays).toContain(`${store}: ${store} planted`);
  });
});
