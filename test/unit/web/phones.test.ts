// Telephone numbers as they are read.
import { expect, test } from 'vitest';
import { dialHref, phoneWords, readBackWords } from '#web/words/phones.ts';

test.each([
  ['+46701740630', '070-174 06 30'],
  ['0701740630', '070-174 06 30'],
  ['+46846500410', '08-465 004 10'],
  ['+46 (0)8-465 004', '08-46 50 04'],
  ['+4532123456', '+45 32 12 34 56'],
  ['+358401234567', '+358 401 23 45 67'],
  ['112', '112'],
  ['', ''],
])('%s is written %s', (typed, written) => {
  expect(phoneWords(typed)).toBe(written);
});

test('a number is read back with a breath after the area code', () => {
  expect(readBackWords('0701740630')).toBe('070 – 174 06 30');
});

test('a number is dialled in full, and nothing is dialled where there is no number', () => {
  expect(dialHref('070-174 06 30')).toBe('tel:+46701740630');
  expect(dialHref('?')).toBeUndefined();
});
