// Where a refusal points, and what is said there: what to do, in the language of the screen.
import { beforeAll, expect, test } from 'vitest';
import type { Failure, Refused } from '#web/api/outcome.ts';
import { wrongOf } from '#web/privacy/sending.ts';
import { chosenLanguage, openWords } from '#web/words/words.ts';

beforeAll(async () => {
  chosenLanguage.value = 'sv';
  await openWords('privacy');
});

const refusal = (pointer: string, code: Refused['code'] = 'invalid-request'): Failure => ({
  kind: 'problem',
  code,
  status: 400,
  fields: [{ pointer, detail: 'Too small: expected number to be >=30' }],
});

test('a refusal leads to the field in which it lies', () => {
  expect(Object.keys(wrongOf(refusal('/who/phones/1'), ['/who/phones', '/who']))).toEqual(['/who/phones']);
  expect(wrongOf(refusal('/whole'), ['/who'])).toEqual({});
  expect(wrongOf({ kind: 'signedOut' }, ['/who'])).toEqual({});
});

test.each([
  ['/keepDays', 'Skriv ett helt tal från 30 till 365.'],
  ['/who/phones/1', 'Nr 2: Skriv ett helt nummer på varje rad, med riktnummer eller landsnummer. Högst 20.'],
  ['/privacyContact/email', 'Skriv en hel e-postadress, med @ och domän.'],
  ['/notes', 'Skriv om det här: det är tomt, för långt eller har tecken som inte går att spara.'],
])('at %s it is said what to do, and nothing of the service’s English', (pointer, words) => {
  expect(Object.values(wrongOf(refusal(pointer), [pointer]))).toEqual([words]);
});

test('what is in the way of a field is said there in its own words', () => {
  expect(wrongOf(refusal('/who', 'erasure-under-way'), ['/who'])['/who']).toMatch(/^En radering/);
});
