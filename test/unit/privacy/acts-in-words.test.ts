// Every act that the audit may hold has a sentence of the portal, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import { isWitnessed } from '#shared/witness.ts';
import { acts as english } from '#web/words/en/privacy-acts.ts';
import { acts as swedish } from '#web/words/sv/privacy-acts.ts';

const functions = join(import.meta.dirname, '..', '..', '..', 'functions');

/** Readings are written down by name, where something is opened. */
function readings(): string[] {
  const texts = readdirSync(functions, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(functions, path), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/\bact: '(\w+)'/g)].map(([, act = '']) => act));
}

test('what changes something and what is opened with a reason is told, and nothing else', () => {
  const changes = routeTable.filter(isWitnessed).map(({ id }) => id);
  const opened = readings();
  const acts = [...new Set([...changes, ...opened])].sort();

  expect(opened).toContain('getMessage');
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
