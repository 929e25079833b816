// How much a browser loads before the first view of a door is there: a telephone on a bad line waits for each of it.
import { describe, expect, test } from 'vitest';
import { buildPortal, portalFolder } from '#lib/portal-build.ts';
import { firstView } from '#test/support/portal-chunks.ts';

const SCRIPT_LIMIT = 60_000;
const STYLE_LIMIT = 12_000;

await buildPortal();
const folder = portalFolder();

describe.each([
  ['the desk', ['desk-page', 'sv-desk']],
  ["what needs the desk's attention", ['attention-page', 'sv-attention']],
  ['the inbox of a client', ['inbox-page', 'sv-inbox']],
  ['the start of a staff member', ['home-page', 'sv-own']],
])('%s', (_, chunks) => {
  test('needs at most 60 kB of script and 12 kB of style, as they go over the wire', () => {
    const { scriptBytes, styleBytes } = firstView(folder, chunks);

    expect(scriptBytes).toBeLessThanOrEqual(SCRIPT_LIMIT);
    expect(styleBytes).toBeLessThanOrEqual(STYLE_LIMIT);
  });

  test('loads nothing of the other views', () => {
    const others = ['desk-page', 'inbox-page', 'home-page', 'staff-page', 'client-page', 'users-page'].filter(
      (name) => !chunks.includes(name),
    );

    const { scripts } = firstView(folder, chunks);

    expect(scripts.filter((script) => others.some((name) => script.startsWith(`${name}-`)))).toEqual([]);
  });
});

test('a view that is not there is an error, not a view of no size', () => {
  expect(() => firstView(folder, ['nobody-page'])).toThrow('Not one chunk is named nobody-page');
});
