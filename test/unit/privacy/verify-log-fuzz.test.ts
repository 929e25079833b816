// Whatever single character of a downloaded log is another, the log does not hold, or says the very same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readAnswer } from '#privacy/downloaded-log.ts';
import { verifyLog } from '#privacy/verify-log.ts';

const text = readFileSync(join(import.meta.dirname, '../../../docs/examples/erasure-log.json'), 'utf8');
const example = readAnswer({ name: 'log', text }).days;

const other = (character: string) =>
  /[0-8a-yA-Y]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 1) : '9';

function verdictOf(changed: string): { broken: boolean; days: typeof example } {
  try {
    const days = readAnswer({ name: 'log', text: changed }).days;
    return { broken: verifyLog(days).broken !== undefined, days };
  } catch {
    return { broken: true, days: [] };
  }
}

test('any character of the example', () => {
  const unnoticed = Array.from(text, (character, at) => ({ at, character })).filter(({ at, character }) => {
    const changed = text.slice(0, at) + other(character) + text.slice(at + 1);
    const { broken, days } = verdictOf(changed);
    return !broken && JSON.stringify(days) !== JSON.stringify(example);
  });

  expect(verifyLog(example).broken).toBeUndefined();
  expect(unnoticed.map(({ at }) => text.slice(at - 20, at + 5))).toEqual([]);
});
