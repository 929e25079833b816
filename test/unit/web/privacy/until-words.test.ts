// What an erasure leaves without a day says what ends it, and is never said to stay as long as a client that goes.
import { expect, test } from 'vitest';
import { untilWords } from '#web/privacy/until-words.ts';
import { chosenLanguage, openWords } from '#web/words/words.ts';

test.each([
  ['requests', 'tills sparandetiden efter avslut är ute'],
  ['usersElsewhere', 'så länge de hör till den andra kunden'],
  ['client', 'så länge kunden finns'],
  ['messages', 'vart och ett till sin dag'],
  ['audit', 'utan slutdatum'],
] as const)('%s without a day: %s', async (kind, words) => {
  chosenLanguage.value = 'sv';
  await openWords('privacy');

  expect(untilWords({ kind, count: null, until: null })).toBe(words);
});

test('a day is told as it is', async () => {
  chosenLanguage.value = 'sv';
  await openWords('privacy');

  expect(untilWords({ kind: 'audit', count: null, until: '2028-11-30' })).toBe('till 30 november 2028');
});
