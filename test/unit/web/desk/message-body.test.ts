// What goes to the API of a call, and what comes back of it into the form.
import { describe, expect, test } from 'vitest';
import { type Call, newCall } from '#web/desk/call.ts';
import { calledAtOf, callOf, messageBody, missingIn } from '#web/desk/message-body.ts';

const NOW = Date.UTC(2026, 10, 28, 9, 42);
const began = newCall({ id: 'a', clientId: 'cli_1', clientName: 'Nordvik Bygg', line: 'lin_1', nowMs: NOW });
const fields = {
  ...began.fields,
  name: ' Eva Ek ',
  phone: '070-174 06 30',
  matter: 'Kaklet kommer.\nPå torsdag.',
  urgent: true,
  copyTo: [{ staffId: 'stf_bo', name: 'Bo' }],
};
const aCall: Call = { ...began, fields, answered: ['ans_1'], recipient: { staffId: 'stf_anna', name: 'Anna' } };

test('what was typed, and null for what was not', () => {
  expect(messageBody(aCall, '2026-11-28T09:42:00.000Z')).toEqual({
    staffId: 'stf_anna',
    copyTo: ['stf_bo'],
    caller: {
      name: 'Eva Ek',
      company: null,
      phone: '070-174 06 30',
      extension: null,
      secondPhone: null,
      email: null,
    },
    matter: 'Kaklet kommer.\nPå torsdag.',
    callBack: false,
    sensitive: false,
    urgency: 'urgent',
    calledAt: '2026-11-28T09:42:00.000Z',
    answered: ['ans_1'],
  });
});

test('what was refused is in the form again as it was', () => {
  const body = messageBody(aCall, '2026-11-28T09:42:00.000Z');

  const again = callOf({ ...aCall, body, recipientName: 'Anna', nowMs: NOW });

  expect(messageBody(again, '2026-11-28T09:42:00.000Z')).toEqual(body);
  expect(again.recipient).toEqual(aCall.recipient);
});

describe('the time of the call', () => {
  test.each([
    ['is when it is sent', 60_000, null, NOW + 60_000],
    ['is when it came, where the draft lay long', 11 * 60_000, null, NOW],
    ['is what the supervisor chose', 60_000, '2026-11-27T13:10:00.000Z', Date.UTC(2026, 10, 27, 13, 10)],
  ])('%s', (_, laterMs, calledAt, expected) => {
    expect(Date.parse(calledAtOf({ ...aCall, calledAt }, NOW + laterMs))).toBe(expected);
  });
});

test.each([
  ['nobody is chosen', { recipient: null }, {}, 'recipient'],
  ['nothing is written', {}, { matter: '  ' }, 'matter'],
  ['nothing is written but to call back', {}, { matter: '', callBack: true }, undefined],
  ['half an address', {}, { email: 'eva@' }, 'email'],
  ['a whole address', {}, { email: 'eva@ek.example' }, undefined],
])('%s', (_, change, typed, missing) => {
  expect(missingIn({ ...aCall, ...change, fields: { ...fields, ...typed } })).toBe(missing);
});
