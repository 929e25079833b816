// What looks like a personal number, and what does not.
import { expect, test } from 'vitest';
import { hasPersonalNumber } from '#web/desk/personal-number.ts';

test.each([
  ['with a hyphen', 'Hon heter Eva, 811218-9876.', true],
  ['without', '8112189876', true],
  ['of twelve digits', '19811218-9876', true],
  ['of twelve digits, in fours', '1981 1218 9876', false],
  ['apart', '811218 9876', true],
  ['of somebody over a hundred', '121212+1212', true],
  ['a coordination number', '701063-2391', true],
  ['a wrong check digit', '811218-9875', false],
  ['no such month', '811318-9874', false],
  ['no such day', '811232-9875', false],
  ['a mobile number', '070-174 06 30', false],
  ['a mobile number in one', '0701740630', false],
  ['a number from abroad', '+4532123456', false],
  ['an invoice', 'faktura 8112189876123', false],
  ['an organisation number', '556036-0793', false],
  ['nothing', '', false],
])('%s: %s → %s', (_, text, isThere) => {
  expect(hasPersonalNumber(text)).toBe(isThere);
});
