// What is told of a message: how long it was kept, and whether it is what somebody looks for.
import { expect, test } from 'vitest';
import type { Message } from '#web/api/types.ts';
import { monthsKept, takenMs } from '#web/inbox/erased-at.ts';
import { isHit } from '#web/inbox/search.ts';

const taken = '2026-11-28T20:50:20.000Z';
/** The time of an id as ten digits of 32, with 16 more behind. */
const idAt = (ms: number) => {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const time = Array.from({ length: 10 }, (_, place) => digits[Math.floor(ms / 32 ** (9 - place)) % 32]).join('');
  return `msg_${time}0000000000000000`;
};
const id = idAt(Date.parse(taken));

test('an id tells when the call was, to the millisecond', () => {
  expect(takenMs(id)).toBe(Date.parse(taken));
});

test.each([
  ['2027-05-28T20:50:20Z', 6],
  ['2026-12-28T20:50:20Z', 1],
  ['2026-11-29T20:50:20Z', undefined],
])('erased at %s, it was kept for %s months', (erasedAt, months) => {
  expect(monthsKept(id, erasedAt)).toBe(months);
});

const message = {
  caller: { name: 'Eva Ek', company: 'Ek Kakel', phone: '+46701740630', phoneAsGiven: null, secondPhone: null },
  matter: 'Kaklet kommer på torsdag.',
  note: null,
} as Message;

test.each(['eva', 'KAKEL torsdag', '070-174 06', '0701740630', '+46701740630', 'anna', ' '])('%j finds it', (text) => {
  expect(isHit(message, ['Anna Lindqvist'], text.trim())).toBe(true);
});

test.each(['eva fredag', '070-999', '12'])('%j does not', (text) => {
  expect(isHit(message, ['Anna Lindqvist'], text)).toBe(false);
});
