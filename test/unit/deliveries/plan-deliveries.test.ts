// The plan as a table: whom, by which channels, at which addresses, with how much content, and when.
import { describe, expect, test } from 'vitest';
import { type PlanRequest, planDeliveries } from '#deliveries/plan-deliveries.ts';
import {
  type Addressee,
  AMERICAN,
  anAddressee,
  aRequest,
  GERMAN,
  LANDLINE,
  MOBILE,
  NOON_MS,
  PRIVATE,
  wishing,
} from '#test/support/builders/plans.ts';

const to = (addressee: Addressee, changes: Partial<PlanRequest> = {}) =>
  planDeliveries(aRequest({ addressees: [addressee], ...changes })).deliveries.map(({ address }) => address);

const first = ['ak@nordvik.example', MOBILE];
const inbox = ['info@nordvik.example', '+46701740606'];

describe('where it goes', () => {
  test.each<[string, Addressee, Partial<PlanRequest>, string[]]>([
    ['without wishes: the first e-mail and the first mobile number', anAddressee(), {}, first],
    ['without wishes, urgent: the same', anAddressee(), { urgent: true }, first],
    ['only an e-mail: that', anAddressee({ phones: [] }), {}, ['ak@nordvik.example']],
    ['only a mobile number: that', anAddressee({ emails: [] }), {}, [MOBILE]],
    ['wishes without steps: as without wishes', wishing({}), {}, first],
    ['SMS alone is wished', wishing({ normal: [{ channels: ['sms'] }] }), {}, [MOBILE]],
    ['SMS before e-mail is wished', wishing({ normal: [{ channels: ['sms', 'email'] }] }), {}, [...first].reverse()],
    [
      'other addresses are wished',
      wishing({ normal: [{ channels: ['email', 'sms'], contacts: ['privat@nordvik.example', PRIVATE] }] }),
      {},
      ['privat@nordvik.example', PRIVATE],
    ],
    [
      'an address of one channel is wished: the other keeps its first',
      wishing({ normal: [{ channels: ['email', 'sms'], contacts: [PRIVATE] }] }),
      {},
      ['ak@nordvik.example', PRIVATE],
    ],
    [
      "a contact that is no longer the person's: the first",
      wishing({ normal: [{ channels: ['email'], contacts: ['gone@nordvik.example'] }] }),
      {},
      ['ak@nordvik.example'],
    ],
    [
      'urgent, with a wish for it',
      wishing({ normal: [{ channels: ['email'] }], urgent: [{ channels: ['sms'] }] }),
      { urgent: true },
      [MOBILE],
    ],
    [
      'normal, with a wish for urgent ones',
      wishing({ normal: [{ channels: ['email'] }], urgent: [{ channels: ['sms'] }] }),
      {},
      ['ak@nordvik.example'],
    ],
    [
      'urgent, without a wish for it: as normal',
      wishing({ normal: [{ channels: ['email'] }] }),
      { urgent: true },
      ['ak@nordvik.example'],
    ],
    [
      'the same address twice: once',
      anAddressee({ emails: [{ address: 'a@nordvik.example' }, { address: 'a@nordvik.example' }], phones: [] }),
      {},
      ['a@nordvik.example'],
    ],
    ['a landline gets no SMS', anAddressee({ emails: [], phones: [{ number: LANDLINE }] }), {}, inbox],
    ['a country that SMS may go to', anAddressee({ phones: [{ number: GERMAN }] }), {}, [first[0] ?? '', GERMAN]],
    ['a country that SMS may not go to', anAddressee({ phones: [{ number: AMERICAN }] }), {}, ['ak@nordvik.example']],
    ['a number of a later country', anAddressee({ phones: [{ number: AMERICAN }, { number: MOBILE }] }), {}, first],
    ['no usable address: the general inbox', anAddressee({ emails: [], phones: [] }), {}, inbox],
    ['inactive: the general inbox', anAddressee({ active: false }), {}, inbox],
    [
      'a wish that reaches nothing: the own first addresses before everybody in the general inbox',
      wishing({ normal: [{ channels: ['sms'] }] }, { phones: [{ number: AMERICAN }] }),
      {},
      ['ak@nordvik.example'],
    ],
    [
      'an urgent wish that reaches nothing: the normal one',
      wishing(
        { urgent: [{ channels: ['sms'] }], normal: [{ channels: ['email'], contacts: ['privat@nordvik.example'] }] },
        { phones: [] },
      ),
      { urgent: true },
      ['privat@nordvik.example'],
    ],
  ])('%s', (_, addressee, changes, expected) => {
    expect(to(addressee, changes)).toEqual(expected);
  });
});

test('copies go to each by their own wishes', () => {
  const addressees = [
    wishing({ normal: [{ channels: ['email'] }] }),
    wishing({ normal: [{ channels: ['sms'] }] }, { staffId: 'stf_2', language: 'en', name: 'Bo Ek' }),
  ];

  const { deliveries } = planDeliveries(aRequest({ addressees }));

  expect(deliveries.map(({ staffId, channel, language, name }) => [staffId, channel, language, name])).toEqual([
    ['stf_1', 'email', 'sv', 'Anna-Karin Sjölund'],
    ['stf_2', 'sms', 'en', 'Bo Ek'],
  ]);
});

describe('quiet hours', () => {
  const quiet = wishing({ quietHours: { from: '11:30', until: '13:00' } });
  const held = (addressee: Addressee, changes: Partial<PlanRequest> = {}) =>
    planDeliveries(aRequest({ addressees: [addressee], ...changes })).deliveries.map(({ notBeforeMs }) => notBeforeMs);

  test('hold e-mail and SMS until they end', () => {
    expect(held(quiet)).toEqual(Array(2).fill(NOON_MS + 3_600_000));
  });

  test.each<[string, Addressee, Partial<PlanRequest>]>([
    ['urgent messages', quiet, { urgent: true }],
    ['what comes outside of them', quiet, { nowMs: NOON_MS + 3_600_000 }],
    ['what goes to the general inbox', { ...quiet, active: false }, {}],
  ])('do not hold %s', (_, addressee, changes) => {
    expect(held(addressee, changes)).toEqual([undefined, undefined]);
  });
});

describe('how much is said: whoever asks for the least wins', () => {
  test.each([
    ['full', 'full', null, false],
    ['full', 'full', 'full', false],
    ['notice', 'full', null, true],
    ['notice', 'full', 'full', true],
    ['notice', 'full', 'notice', false],
    ['notice', 'notice', null, false],
    ['notice', 'notice', 'full', false],
  ] as const)('%s, where the client says %s, the person %s and sensitive is %s', (expected, client, own, sensitive) => {
    const addressee = anAddressee({ contentMode: own });
    const request = aRequest({ clientContentMode: client, sensitive, addressees: [addressee] });
    const inactive = { ...request, addressees: [{ ...addressee, active: false }] };

    const contents = [request, inactive].flatMap((one) => planDeliveries(one).deliveries.map(({ content }) => content));

    expect(new Set(contents)).toEqual(new Set([expected]));
  });
});
