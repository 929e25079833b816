// Letters: every one in both languages, with nothing personal but the greeting, and a reference that is read as it was made.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { letterAbouts, lettersTo } from '#letters/about.ts';
import { letterOf, letterRef } from '#letters/letter.ts';
import { letterPage } from '#letters/letter-page.ts';
import { renderLetter } from '#letters/render-letter.ts';

const clientId = 'cli_00000000000000000000000001';
const refId = 'req_00000000000000000000000001';
const portalUrl = 'https://portal.example/';
const cases = letterAbouts.flatMap((about) => lettersTo.map((to) => ({ about, to })));

describe.each(cases)('$about to $to', ({ about, to }) => {
  test.each([undefined, '2026-12-03'])('is whole in both languages, with and without a day', (day) => {
    const letter = { clientId, to, about, refId, ...(day && { day }) };
    const { subject, text, html } = renderLetter({ ...letter, name: 'Åke <Öhman>', portalUrl });

    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|\$\{|\[object/);
    expect(subject.length).toBeLessThan(120);
    expect(text).toContain('Hej Åke <Öhman>!');
    expect(text).toContain('Hello Åke <Öhman>,');
    expect(html).toContain('Åke &lt;Öhman&gt;');
    const [link, again, ...more] = text.match(/https:\S+/g) ?? [];
    expect([again, more]).toEqual([link, []]);
    expect(html.split(`"${link}"`)).toHaveLength(3);
    expect(link).toMatch(/^https:\/\/portal[.]example\/[\w/-]+$/);
    expect(link).toContain(clientId);
    // Elsewhere an id is noise to whoever reads it.
    expect(`${subject}${text.replaceAll(String(link), '')}`).not.toMatch(/req_|cli_/);
  });

  test('is known again by its reference, which holds codes, an id and a day', () => {
    const letter = { to, about, refId, day: '2026-12-03' };

    expect(letterRef(letter)).toMatch(/^[\w.-]+$/);
    expect(letterOf(clientId, letterRef(letter))).toEqual({ clientId, ...letter });
    expect(letterOf(clientId, letterRef({ to, about, refId }))).toEqual({ clientId, to, about, refId });
  });
});

test('a letter to somebody whose name nobody knows any more greets all the same', () => {
  const letter = { clientId, to: 'admins', about: 'erasureDone', refId } as const;

  expect(renderLetter({ ...letter, name: undefined, portalUrl }).text).toMatch(/^Hej!\n\n/);
});

test('the words of a forwarded request read as they are meant to', () => {
  const letter = { clientId, to: 'admins', about: 'requestForwarded', refId, day: '2026-12-03' } as const;

  expect(renderLetter({ ...letter, name: 'Åke', portalUrl }).text).toBe(`Hej Åke!

En person har vänt sig till oss om personuppgifter som vi behandlar för er. Det är ni som bestämmer vad som ska göras: läs begäran och lämna er instruktion. Personen ska ha svar senast den 3 december 2026.

Logga in: https://portal.example/c/cli_00000000000000000000000001/privacy/requests/req_00000000000000000000000001

Brevet går till alla administratörer hos er.

--

Hello Åke,

A person has contacted us about personal data that we process for you. You decide what is to be done: read the request and give your instruction. The person is to have an answer by 3 December 2026.

Sign in: https://portal.example/c/cli_00000000000000000000000001/privacy/requests/req_00000000000000000000000001

This letter goes to all of your administrators.
`);
});

test('what is no reference of a letter is refused', () => {
  expect(() => letterOf(clientId, 'admins.somethingElse.req_1.')).toThrow();
  expect(() => letterOf(clientId, 'req_1')).toThrow();
});

/** A path of the portal's routes as a pattern: `/c/:client/privacy/:tab?/:id?`. */
const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/\/:\w+[?]/g, '(/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`);

test('every letter leads to a page that the portal has, with what it is about', () => {
  const routes = readFileSync('web/app/routes.tsx', 'utf8');
  const paths = [...routes.matchAll(/<Route path="([^"]+)"/g)].map(([, path = '']) => patternOf(path));

  const links = cases.map((letter) => letterPage({ clientId, refId, ...letter }));

  expect(links.filter((link) => !paths.some((path) => path.test(link)))).toEqual([]);
  expect(letterPage({ clientId, refId: 'era_1', to: 'officers', about: 'erasureDone' })).toBe(
    `/erasures/${clientId}/era_1`,
  );
  expect(letterPage({ clientId: 'service', refId, to: 'officers', about: 'requestLate' })).toBe(
    `/requests/service/${refId}`,
  );
});
