// Bad values, field by field: what people and programs get wrong, and where the answer points.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, openWorld } from '#test/support/http-world.ts';
import { untilQuiet } from '#test/support/outbox-guard.ts';

let world: HttpWorld;
let staffId: string;

beforeAll(async () => {
  world = await openWorld();
  staffId = await world.addStaff({ name: 'Disa', emails: [{ address: 'disa@nordvik.example' }] });
});

afterAll(async () => {
  await untilQuiet(world.runner);
  expect(await world.runner.outbox()).toEqual([]);
});

async function expectPointer(method: string, path: string, body: object, pointer: string) {
  const answer = await world.call(method, path, { body, ifMatch: '"1"' });

  expect(answer.status, answer.text).toBe(400);
  expect(answer.body.code).toBe('invalid-request');
  expect(answer.body.errors.map((one: Json) => one.pointer)).toEqual([pointer]);
}

const list = <T>(length: number, item: (n: number) => T): T[] => Array.from({ length }, (_, n) => item(n));
const long = (length: number) => 'å'.repeat(length);

describe('an e-mail address', () => {
  const wrong = {
    'with a line break': 'disa@nordvik.example\nBcc: alla@nordvik.example',
    'with a carriage return': 'disa@nordvik.example\r\nSubject: x',
    'with a line break at its end': 'disa@nordvik.example\n',
    'with a zero byte': 'disa\u0000@nordvik.example',
    'with a line separator': 'disa@nordvik.example\u2028',
    'with a name around it': 'Disa <disa@nordvik.example>',
    'that is two': 'disa@nordvik.example,tuva@nordvik.example',
    'without a domain': 'disa',
    'that is too long': `${'a'.repeat(240)}@nordvik.example`,
    'that is empty': '',
  };
  const places: [string, (email: string) => [method: string, path: string, body: object, pointer: string]][] = [
    [
      'of a caller',
      (email) => ['POST', world.path('/messages'), { staffId, matter: 'x', caller: { email } }, '/caller/email'],
    ],
    [
      'of a staff member',
      (email) => ['POST', world.path('/staff'), { name: 'Tuva', emails: [{ address: email }] }, '/emails/0/address'],
    ],
    [
      'of a general inbox',
      (email) => ['PATCH', world.path(), { generalInbox: { emails: [email] } }, '/generalInbox/emails/0'],
    ],
    [
      'of a contact',
      (email) => ['POST', '/clients', { name: 'X', contacts: [{ name: 'Y', email }] }, '/contacts/0/email'],
    ],
    ['of a user', (email) => ['POST', world.path('/users'), { name: 'U', email, role: 'clientAdmin' }, '/email']],
    ['of an operator', (email) => ['POST', '/operators', { name: 'U', email, role: 'operator' }, '/email']],
  ];

  describe.each(places)('%s', (_, request) => {
    test.for(Object.entries(wrong))('is refused %s', ([, email]) => expectPointer(...request(email)));
  });
});

describe('a message', () => {
  const messages = (body: object, pointer: string) =>
    expectPointer('POST', world.path('/messages'), { staffId, matter: 'Ring mig', ...body }, pointer);
  const someStaff = (n: number) => `stf_${String(n).padStart(26, '0')}`;

  test.for([
    ['matter', { matter: long(4_001) }, '/matter'],
    ['a control character', { matter: 'Ring\u0007 mig' }, '/matter'],
    ['a name of 201', { caller: { name: long(201) } }, '/caller/name'],
    ['a name of two lines', { caller: { name: 'Eva\nEk' } }, '/caller/name'],
    ['a name of blanks', { caller: { name: '   ' } }, '/caller/name'],
    ['a company of 201', { caller: { company: long(201) } }, '/caller/company'],
    ['a number of 41', { caller: { phone: '0'.repeat(41) } }, '/caller/phone'],
    ['an extension of 21', { caller: { extension: '1'.repeat(21) } }, '/caller/extension'],
    ['an unknown field of the caller', { caller: { adress: 'Storgatan' } }, '/caller/adress'],
    ['six copies', { copyTo: list(6, someStaff) }, '/copyTo'],
    ['an id that is none', { staffId: 'disa' }, '/staffId'],
    ["a client's id as a staff member", { staffId: `cli_${'0'.repeat(26)}` }, '/staffId'],
    ['an urgency that is none', { urgency: 'asap' }, '/urgency'],
    ['a word for true', { sensitive: 'yes' }, '/sensitive'],
  ] as const)('is refused with %s', ([, body, pointer]) => messages(body, pointer));

  test('may have a matter of 4,000 characters, letters with marks counted as one', async () => {
    const inbox = await openWorld({ contentMode: 'notice' });
    const nobody = await inbox.take({ matter: 'a\u030a'.repeat(4_000) });

    expect(nobody.body.code).toBe('no-usable-address');
  });
});

describe('the register', () => {
  const number = (n: number) => ({ number: `08-465 004 ${String(n).padStart(2, '0')}` });

  test.for([
    ['a name of 201', { name: long(201) }, '/name'],
    ['an empty name', { name: ' ' }, '/name'],
    ['21 numbers', { numbers: list(21, number) }, '/numbers'],
    ['a number twice', { numbers: [number(81), { number: '+46 8 465 004 81' }] }, '/numbers/1/number'],
    ['an incomplete number', { numbers: [{ number: '08-465' }] }, '/numbers/0/number'],
    ['a wrong organisation number', { organisationNumber: '402000-0108' }, '/organisationNumber'],
    ['an empty inbox', { generalInbox: { emails: [] } }, '/generalInbox'],
    ['an inbox on a fixed line', { generalInbox: { phones: ['08-465 004 82'] } }, '/generalInbox/phones/0'],
    ['seven months', { retention: { months: 7 } }, '/retention/months'],
    ['182 days', { retention: { days: 182 } }, '/retention/days'],
    ['no days', { retention: { days: 0 } }, '/retention/days'],
    ['a status that is none', { status: 'open' }, '/status'],
    ['a language that is none', { numbers: [{ ...number(83), language: 'fi' }] }, '/numbers/0/language'],
  ] as const)('refuses a client with %s', ([, body, pointer]) =>
    expectPointer('POST', '/clients', { name: 'Bageriet', ...body }, pointer),
  );

  const own = { emails: [{ address: 'tuva@nordvik.example' }], phones: [{ number: '08-465 004 84' }] };
  const step = (...contacts: string[]) => ({
    ...own,
    delivery: { normal: [{ channels: ['email', 'sms'], contacts }] },
  });

  test.for([
    ['21 keywords', { keywords: list(21, String) }, '/keywords'],
    ['a keyword of 201', { keywords: [long(201)] }, '/keywords/0'],
    ['21 numbers', { phones: list(21, number) }, '/phones'],
    ['a number of letters', { phones: [{ number: 'ring mig' }] }, '/phones/0/number'],
    ['a note of 4,001', { answerNote: long(4_001) }, '/answerNote'],
    [
      'an absence that is over',
      { absences: [{ reason: 'lunch', until: '2020-01-01T12:00:00Z' }] },
      '/absences/0/until',
    ],
    ['an absence without a time', { absences: [{ reason: 'lunch' }] }, '/absences/0/until'],
    [
      'an absence beyond the years',
      { absences: [{ reason: 'lunch', until: '9999-12-31T23:59:59-01:00' }] },
      '/absences/0/until',
    ],
    ['sickness', { absences: [{ reason: 'sick', until: '2099-01-01T12:00:00Z' }] }, '/absences/0/reason'],
    [
      'another reason and no note',
      { absences: [{ reason: 'other', until: '2099-01-01T12:00:00Z' }] },
      '/absences/0/note',
    ],
    ['six steps', { delivery: { normal: Array(6).fill({ channels: ['sms'] }) } }, '/delivery/normal'],
    [
      'a step to a colleague who is not there',
      { delivery: { normal: [{ channels: ['sms'], to: { staffId: 'stf_01ARZ3NDEKTSV4RRFFQ69G5FAV' } }] } },
      '/delivery/normal/0/to/staffId',
    ],
    [
      'a step to the general inbox that names a contact',
      { delivery: { normal: [{ channels: ['email'], to: 'generalInbox', contacts: ['annan@nordvik.example'] }] } },
      '/delivery/normal/0/contacts',
    ],
    ['a channel that is none', { delivery: { urgent: [{ channels: ['fax'] }] } }, '/delivery/urgent/0/channels/0'],
    ["somebody else's address", step('annan@nordvik.example'), '/delivery/normal/0/contacts/0'],
    ['SMS to a fixed line', step('08-465 004 84'), '/delivery/normal/0/contacts/0'],
    [
      'quiet hours of 25 o’clock',
      { delivery: { quietHours: { from: '25:00', until: '07:00' } } },
      '/delivery/quietHours/from',
    ],
  ] as const)('refuses a staff member with %s', ([, body, pointer]) =>
    expectPointer('POST', world.path('/staff'), { name: 'Tuva', ...body }, pointer),
  );

  test.for([
    [{ text: long(201) }, '/text'],
    [{ text: '' }, '/text'],
    [{ number: 'ring mig' }, '/number'],
  ] as const)('refuses a search for %j', ([body, pointer]) => expectPointer('POST', '/clients/search', body, pointer));
});

test('everything that is wrong is pointed at, at once', async () => {
  const body = { matter: 12, urgency: 'asap', caller: { phone: 'nej' }, colour: 'red' };

  const answer = await world.call('POST', world.path('/messages'), { body });

  expect(answer.body.errors.map((one: Json) => one.pointer).sort()).toEqual([
    '/caller/phone',
    '/colour',
    '/matter',
    '/urgency',
  ]);
});

test.for(['cli_1', 'cli_', '..', '%2e%2e', "cli_' or 1=1", 'x'.repeat(300)])(
  'an id that is none is nothing: %s',
  async (id) => {
    const answer = await world.call('GET', `/clients/${encodeURIComponent(id)}/staff`);

    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
  },
);
