// The caller: nothing about one is needed, and every number is kept, whatever it looks like.
import { beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

let world: HttpWorld;
let staffId: string;

beforeAll(async () => {
  world = await openWorld();
  staffId = await world.addStaff({ name: 'Disa', emails: [{ address: 'disa@kvarngardet.example' }] });
  expectRecipients('disa@kvarngardet.example');
});

const takeFrom = (caller: object) => world.take({ staffId, caller, matter: 'Ring mig' });

test('a message needs no caller at all, and the recipient is told that nobody knows', async () => {
  await world.runner.clearOutbox();

  const { status, body } = await world.take({ staffId, matter: 'Någon ringde' });
  const [email] = await world.runner.untilSent(({ to }) => to === 'disa@kvarngardet.example');

  expect(status).toBe(201);
  expect(body.caller).toHaveProperty('phone');
  expect(new Set(Object.values(body.caller))).toEqual(new Set([null]));
  expect(email?.text).toContain('Okänd uppringare');
});

describe('a number that is complete is kept in E.164, as people write it', () => {
  test.for([
    ['070-174 06 98', '+46701740698'],
    ['0701740698', '+46701740698'],
    ['+46 (0)70 174 06 98', '+46701740698'],
    ['0046 70 174 06 98', '+46701740698'],
    ['08-465 004 98', '+46846500498'],
    ['+44 20 7946 0998', '+442079460998'],
  ] as const)('%s', async ([given, phone]) => {
    const { status, body } = await takeFrom({ phone: given, secondPhone: given });

    expect({ status, caller: body.caller }).toMatchObject({
      status: 201,
      caller: { phone, phoneAsGiven: null, secondPhone: phone, secondPhoneAsGiven: null },
    });
  });
});

describe('a number that is not complete is kept as it was given, and flagged', () => {
  test.for(['070-174 06 9', '112', '4711', 'ankn 12', '070-174 06 98 eller 97', '0', '+999 12 34 56 78', '１２３ 4'])(
    '%s',
    async (given) => {
      const { status, body } = await takeFrom({ phone: given, secondPhone: given });

      expect({ status, caller: body.caller }).toMatchObject({
        status: 201,
        caller: { phone: null, phoneAsGiven: given, secondPhone: null, secondPhoneAsGiven: given },
      });
    },
  );

  test('and the recipient sees that it is as it was given', async () => {
    await world.runner.clearOutbox();

    await takeFrom({ name: 'Eva', phone: '070-174 06 9', extension: '12' });
    const [email] = await world.runner.untilSent(({ text }) => text.includes('Eva'));

    expect(email?.text).toContain('070-174 06 9 (som det uppgavs), anknytning 12');
  });
});

test('a number that is hidden is no number', async () => {
  const { status, body } = await takeFrom({ name: 'Dold', phone: null });

  expect({ status, caller: body.caller }).toMatchObject({ status: 201, caller: { phone: null, phoneAsGiven: null } });
});

test.for(['hemligt nummer', '', '   ', '+', '07\n01740698'])('a text without digits is refused: %j', async (phone) => {
  const { status, body } = await takeFrom({ phone });

  expect(status).toBe(400);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/caller/phone']);
});

test('a message has a matter, or asks for a call back', async () => {
  const neither = await world.take({ staffId, caller: { phone: '070-174 06 98' } });
  const callBack = await world.take({ staffId, caller: { phone: '070-174 06 98' }, callBack: true });

  expect(neither).toMatchObject({ status: 400, body: { errors: [{ pointer: '/matter' }] } });
  expect(callBack.status).toBe(201);
});
