// WOFF files, opened.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { openWoff } from '#papers/open-woff.ts';
import { typefaceFiles } from '#papers/typeface-files.ts';

const read = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name));

test.each(typefaceFiles('strong'))('%s becomes a font whose tables have the sums that the file tells', (name) => {
  const font = openWoff(read(name));

  const tables = font.readUInt16BE(4);
  expect(tables).toBeGreaterThan(9);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    // The sum of `head` is taken before the sum of the whole is written into it.
    if (font.toString('latin1', at, at + 4) === 'head') continue;
    const [start, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    let sum = 0;
    for (let word = start; word < start + length; word += 4) sum = (sum + font.readUInt32BE(word)) >>> 0;
    expect(sum).toBe(font.readUInt32BE(at + 4));
  }
});

test('What is no WOFF is left as it is', () => {
  const file = Buffer.from('\0\x01\0\0 a font');

  expect(openWoff(file)).toBe(file);
});
