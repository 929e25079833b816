// Steps as a table: what comes next, for whom, through whose address, and when nothing is left.
import { describe, expect, test } from 'vitest';
import { type PlanRequest, planDeliveries, planStep } from '#deliveries/plan-deliveries.ts';
import {
  type Addressee,
  anAddressee,
  aRequest,
  MOBILE,
  NOON_MS,
  PRIVATE,
  wishing,
} from '#test/support/builders/plans.ts';

const inbox = ['info@nordvik.example', '+46701740606'];
const bo = anAddressee({
  staffId: 'stf_bo',
  name: 'Bo Ek',
  language: 'en',
  emails: [{ address: 'bo@nordvik.example' }],
  phones: [{ number: '+46701740609' }],
});
const colleagues = (...known: [string, Addressee | undefined][]) => ({ colleagues: new Map(known) });
const withBo = colleagues(['stf_bo', bo]);
const toBo = { channels: ['email'] as const, to: { staffId: 'stf_bo' } };
const toInbox = { channels: ['email'] as const, to: 'generalInbox' as const };

const stepFrom = (addressee: Addressee | undefined, from: number, changes: Partial<PlanRequest> = {}) =>
  planStep(aRequest(changes), addressee, from);
const reached = (...args: Parameters<typeof stepFrom>) =>
  stepFrom(...args).deliveries.map(({ address, step }) => `${step} ${address}`);

describe('from a step on it reaches', () => {
  const sms = { channels: ['sms'] as const };
  const mail = { channels: ['email'] as const };
  const full = wishing({ normal: [mail, sms, toBo, toInbox] });

  test.each<[string, Addressee | undefined, number, Partial<PlanRequest>, string[]]>([
    ['without wishes: the general inbox after the own addresses', anAddressee(), 1, {}, inbox.map((to) => `1 ${to}`)],
    ['without wishes and without general inbox: nobody', anAddressee(), 1, { generalInbox: null }, []],
    ['after the general inbox: nobody', anAddressee(), 2, {}, []],
    ['what is for nobody in particular: nobody', undefined, 1, {}, []],
    ['each wished step in its turn', full, 1, withBo, [`1 ${MOBILE}`]],
    ['a colleague', full, 2, withBo, ['2 bo@nordvik.example']],
    ['the general inbox by the channels of the step', full, 3, withBo, ['3 info@nordvik.example']],
    ['after the last: nobody', full, 4, withBo, []],
    ['wishes that do not name the general inbox: not that', wishing({ normal: [sms] }), 1, {}, []],
    [
      'a colleague who is gone: who comes after',
      full,
      2,
      colleagues(['stf_bo', undefined]),
      ['3 info@nordvik.example'],
    ],
    [
      'a colleague who is not active: who comes after',
      full,
      2,
      colleagues(['stf_bo', { ...bo, active: false }]),
      ['3 info@nordvik.example'],
    ],
    [
      'a colleague without an address for the channel: who comes after',
      full,
      2,
      colleagues(['stf_bo', { ...bo, emails: [] }]),
      ['3 info@nordvik.example'],
    ],
    [
      'somebody who is not active any more: the colleague',
      { ...full, active: false },
      1,
      withBo,
      ['2 bo@nordvik.example'],
    ],
    ['a number that was taken away: who comes after', { ...full, phones: [] }, 1, withBo, ['2 bo@nordvik.example']],
    [
      'urgent: by the steps for urgent ones alone',
      wishing({ urgent: [sms, { ...sms, contacts: [PRIVATE] }], normal: [mail, toInbox] }),
      1,
      { urgent: true },
      [`1 ${PRIVATE}`],
    ],
    [
      'urgent, without steps for it: by the normal ones',
      wishing({ normal: [mail, toInbox] }),
      1,
      { urgent: true },
      ['1 info@nordvik.example'],
    ],
    [
      'what stood in for wishes that reached nobody: the general inbox',
      wishing({ normal: [sms] }, { phones: [] }),
      2,
      {},
      inbox.map((to) => `2 ${to}`),
    ],
  ])('%s', (_, addressee, from, changes, expected) => {
    expect(reached(addressee, from, changes)).toEqual(expected);
  });
});

test('a colleague who has not been looked up is asked for, and no earlier than the plan comes to them', () => {
  const plan = wishing({ normal: [{ channels: ['sms'] }, toBo] });

  expect(planDeliveries(aRequest({ addressees: [plan] })).missing).toEqual([]);
  expect(stepFrom(plan, 1)).toEqual({ deliveries: [], missing: 'stf_bo' });
  expect(planDeliveries(aRequest({ addressees: [wishing({ normal: [toBo] })] })).missing).toEqual(['stf_bo']);
});

test('through a colleague it says whom it is for, in the language of the colleague', () => {
  const plan = wishing({ normal: [toBo] }, { contentMode: 'notice' });

  expect(planDeliveries(aRequest({ addressees: [plan], ...withBo })).deliveries).toEqual([
    {
      staffId: 'stf_1',
      viaStaffId: 'stf_bo',
      addressOf: 'staff',
      step: 0,
      channel: 'email',
      address: 'bo@nordvik.example',
      name: 'Anna-Karin Sjölund',
      language: 'en',
      content: 'notice',
    },
  ]);
});

test('a colleague who gets notices only gets no more of others', () => {
  const plan = wishing({ normal: [toBo] });
  const discreet = colleagues(['stf_bo', { ...bo, contentMode: 'notice' }]);

  expect(planDeliveries(aRequest({ addressees: [plan], ...discreet })).deliveries[0]?.content).toBe('notice');
});

test('the quiet hours are those of whose telephone it is; urgent ones do not wait', () => {
  const quietHours = { from: '11:30', until: '13:00' };
  const quietBo = { ...bo, delivery: { normal: [], urgent: [], quietHours } };
  const plan = wishing({ normal: [toBo], quietHours });
  const heldUntil = (addressee: Addressee, colleague: Addressee, urgent: boolean) =>
    planDeliveries(aRequest({ addressees: [addressee], urgent, ...colleagues(['stf_bo', colleague]) })).deliveries.map(
      ({ notBeforeMs }) => notBeforeMs,
    );

  expect(heldUntil(plan, bo, false)).toEqual([undefined]);
  expect(heldUntil(wishing({ normal: [toBo] }), quietBo, false)).toEqual([NOON_MS + 3_600_000]);
  expect(heldUntil(wishing({ normal: [toBo] }), quietBo, true)).toEqual([undefined]);
});

describe('how long a step waits', () => {
  const waits = (waitMinutes: number | undefined, urgent: boolean) =>
    planDeliveries(
      aRequest({ addressees: [wishing({ normal: [{ channels: ['sms'], waitMinutes }] })], urgent }),
    ).deliveries.map((delivery) => delivery.waitMinutes);

  test.each([
    ['an urgent one as the step says', 3, true, 3],
    ['an urgent one ten minutes where the step does not say', undefined, true, 10],
    ['an urgent one ten minutes where it was kept as none', 0, true, 10],
    ['a normal one not at all', 3, false, undefined],
  ])('%s', (_, waitMinutes, urgent, expected) => {
    expect(waits(waitMinutes, urgent)).toEqual([expected]);
  });
});
