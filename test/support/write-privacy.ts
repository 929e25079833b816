// `npm run privacy` writes the tables of docs/privacy.md from the register of stores; a test holds them equal to it.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Store } from '#lib/store.ts';
import { type StoreGroup, type StoreWords, storeGroups } from '#lib/stores.ts';
import { storesInEnglish } from '#lib/stores-in-english.ts';
import { storesInSwedish } from '#lib/stores-in-swedish.ts';

export const privacyFile = new URL('../../docs/privacy.md', import.meta.url);

const parts = { 'stores-in-english': storesInEnglish, 'stores-in-swedish': storesInSwedish };

/** Columns are padded as the formatter pads them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, n) => Math.max(most[n] ?? 3, cell.length)), []);
  const line = (cells: readonly string[]) => `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

const rowOf = (words: StoreWords, where: string, { holds, kept, ends }: Store): string[] => [
  where,
  holds.map((one) => words.classes[one]).join('; '),
  typeof kept === 'number' ? words.days(kept) : words.spans[kept],
  ends.map((one) => words.endings[one]).join('; ') || '–',
];

function tablesIn(words: StoreWords): string {
  const groups = Object.entries(storeGroups) as [StoreGroup, Record<string, Store>][];
  const names: Readonly<Record<string, string>> = words.stores;
  return groups
    .map(([group, stores]) => {
      const rows = Object.entries(stores).map(([id, store]) => rowOf(words, names[id] ?? id, store));
      return `#### ${words.groups[group]}\n\n${table([words.columns, ...rows])}`;
    })
    .join('\n\n');
}

export const readPrivacy = (): string => readFileSync(privacyFile, 'utf8');

/** @returns the document with its tables as the register has them; what people wrote around them stays. */
export function privacyText(document: string): string {
  return Object.entries(parts).reduce((text, [name, words]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/privacy.md has no place for tables: ${begin} … ${end}`);
    return `${text.slice(0, from)}${begin}\n\n${tablesIn(words)}\n\n${text.slice(to)}`;
  }, document);
}

if (import.meta.main) writeFileSync(privacyFile, privacyText(readPrivacy()));
