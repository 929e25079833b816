// `npm run walk` writes into docs/privacy.md what docs/examples/privacy-desk.ts prints on a new runner; a test holds them alike.
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startRunner } from '#test/support/runner.ts';
import { privacyFile, readPrivacy } from '#test/support/write-privacy.ts';

const walk = fileURLToPath(new URL('../../docs/examples/privacy-desk.ts', import.meta.url));
const places = { en: 'walk-in-english', sv: 'walk-in-swedish' } as const;
/** In this order: each moves the clock of its runner to the next night. */
export const walkLanguages = ['en', 'sv'] as const;
export type WalkLanguage = (typeof walkLanguages)[number];

export async function walkOn(origin: string, language: WalkLanguage): Promise<string> {
  const env = { ...process.env, API: origin };
  const { stdout } = await promisify(execFile)(process.execPath, [walk, language], { env });
  return stdout.trim();
}

/** Where the fence of this language begins and ends in the document. */
function placeOf(document: string, language: WalkLanguage): [from: number, to: number] {
  const [begin, end] = [`<!-- ${places[language]} -->\n\n\`\`\`text\n`, `\n\`\`\`\n\n<!-- /${places[language]} -->`];
  const from = document.indexOf(begin) + begin.length;
  const to = document.indexOf(end);
  if (from < begin.length || to < from) throw new Error(`docs/privacy.md has no place for the walk: ${begin}${end}`);
  return [from, to];
}

export const walkIn = (document: string, language: WalkLanguage): string =>
  document.slice(...placeOf(document, language));

/** What stays the same from run to run: without ids, hashes, numbers, months, and the widths of tables. */
export const shapeOf = (text: string): string =>
  text
    .replace(/\b[a-z]{3}_[0-9A-Z]{26}\b/g, '<id>')
    .replace(/\b[0-9a-f]{16,64}\b/g, '<hash>')
    .replace(/\b(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\b/gi, '<month>')
    .replace(/\d+/g, '#')
    .replace(/─+/g, '─')
    .replace(/ +/g, ' ');

if (import.meta.main) {
  const runner = await startRunner();
  let document = readPrivacy();
  for (const language of walkLanguages) {
    const [from, to] = placeOf(document, language);
    document = document.slice(0, from) + (await walkOn(runner.origin, language)) + document.slice(to);
  }
  await runner.stop();
  writeFileSync(privacyFile, document);
}
