// Every act that the audit may hold: what changes something, and what is opened with a reason.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routeTable } from '#api/route-table.ts';
import { isWitnessed } from '#shared/witness.ts';

const functions = join(import.meta.dirname, '..', '..', 'functions');

/** Readings are written down by name, where something is opened. */
export function readings(): string[] {
  const texts = readdirSync(functions, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(functions, path), 'utf8'));
  return texts.flatMap((text) => [...text.matchAll(/\bact: '(\w+)'/g)].map(([, act = '']) => act));
}

export const actsOfTheAudit = (): string[] => {
  const changes = routeTable.filter(isWitnessed).map(({ id }) => id);
  return [...new Set([...changes, ...readings()])].sort();
};
