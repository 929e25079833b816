// A room's words come with its views: what another room's views would need of them would not be there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { roomWords } from '#web/words/room-words.ts';

const web = join(import.meta.dirname, '..', '..', '..', 'web');
/** The folder whose views load them; the desk's dialogs have words of their own. */
const folderOf = (room: string) => (room === 'callAfter' ? 'desk' : room);

const sources = readdirSync(web, { recursive: true, encoding: 'utf8' })
  .filter((path) => /[.]tsx?$/.test(path) && !path.startsWith('words/'))
  .map((path) => ({ path, text: readFileSync(join(web, path), 'utf8') }));

test.each(Object.keys(roomWords))('the words of %s are used in that room alone', (room) => {
  const users = sources.filter(({ text }) => new RegExp(`\\bt[.]${room}\\b`).test(text)).map(({ path }) => path);

  expect(users).not.toEqual([]);
  expect(users.filter((path) => !path.startsWith(`${folderOf(room)}/`))).toEqual([]);
});

test.each(Object.entries(roomWords))('the words of %s are the same in both languages', async (_, load) => {
  const shapeOf = (words: object): string[] =>
    Object.entries(words).flatMap(([name, word]) =>
      typeof word === 'object' ? shapeOf(word).map((inner) => `${name}.${inner}`) : [`${name} ${typeof word}`],
    );

  expect(shapeOf(await load.en()).sort()).toEqual(shapeOf(await load.sv()).sort());
});
