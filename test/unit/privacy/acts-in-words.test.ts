// Every act that the audit may hold has a sentence of the portal, in both languages.
import { expect, test } from 'vitest';
import { actsOfTheAudit, readings } from '#test/support/acts-of-the-audit.ts';
import { acts as english } from '#web/words/en/privacy-acts.ts';
import { acts as swedish } from '#web/words/sv/privacy-acts.ts';

test('what changes something and what is opened with a reason is told, and nothing else', () => {
  const acts = actsOfTheAudit();

  expect(readings()).toContain('getMessage');
  expect(Object.keys(swedish).sort()).toEqual(acts);
  expect(Object.keys(english).sort()).toEqual(acts);
});

test.each([
  ['Swedish', swedish],
  ['English', english],
])('no two acts are told in the same words in %s', (_, acts) => {
  const sentences = Object.values(acts);

  expect(new Set(sentences).size).toBe(sentences.length);
});
