// E-mails as plain clients get them: well-formed HTML that loads nothing, two parts that say the same, headers of our own words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderEmail } from '#messages/render-email.ts';
import type { Rendering } from '#messages/rendering.ts';

const PORTAL = 'https://portal.answeronline.example';
const evil = `"><script>alert(1)</script><img src=x>\u202e\u200b\r\nBcc: all@kanarie.example\u0000`;

const aRendering = (changes: Partial<Rendering> = {}): Rendering => ({
  content: {
    caller: { name: 'Eva Ek', company: 'Ek Bygg', phone: '+46701740620', email: 'eva@ek.example' },
    matter: 'Taket läcker.\nRing före fredag.',
    callBack: true,
    sensitive: false,
  },
  name: 'Anna-Karin Sjölund',
  language: 'sv',
  urgent: false,
  correction: false,
  takenAtMs: Date.parse('2026-11-23T09:42:00Z'),
  expiresAt: Date.parse('2027-05-22T22:30:00Z') / 1_000,
  portalUrl: PORTAL,
  ...changes,
});
const withEverywhere = (text: string, changes: Partial<Rendering> = {}): Rendering =>
  aRendering({
    name: text,
    content: {
      caller: {
        name: text,
        company: text,
        phoneAsGiven: text,
        extension: text,
        secondPhoneAsGiven: text,
        email: text,
      },
      matter: text,
      callBack: true,
      sensitive: false,
    },
    ...changes,
  });

const empty = new Set(['meta', 'br']);
const known = new Set([
  'html',
  'head',
  'meta',
  'title',
  'body',
  'h1',
  'table',
  'tr',
  'th',
  'td',
  'p',
  'strong',
  'a',
  'br',
]);
const attributes = new Set([
  'lang',
  'charset',
  'style',
  'role',
  'cellpadding',
  'cellspacing',
  'align',
  'valign',
  'dir',
  'href',
]);

interface Parsed {
  tags: string[];
  links: string[];
  text: string;
  /** What no strict reader would take. */
  faults: string[];
}

/** Strict: every tag that opens closes in order, every attribute stands in quotes, nothing unknown, no stray < or &. */
function parse(html: string): Parsed {
  const parsed: Parsed = { tags: [], links: [], text: '', faults: [] };
  const open: string[] = [];
  const body = html.replace(/^<!doctype html>/, '');
  for (const [token] of body.matchAll(/<[^>]*>|[^<]+|</g)) {
    const tag = /^<(\/?)([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>$/.exec(token);
    if (!token.startsWith('<')) {
      if (/&(?!(amp|lt|gt|quot|#39);)|>/.test(token)) parsed.faults.push(token);
      parsed.text += token;
    } else if (!tag) parsed.faults.push(token);
    else {
      const [, closing, name = '', given = ''] = tag;
      if (!known.has(name)) parsed.faults.push(token);
      if (closing && open.pop() !== name) parsed.faults.push(token);
      if (!closing && !empty.has(name)) open.push(name);
      parsed.tags.push(name);
      if (name === 'br' || name === 'p' || name === 'tr' || name === 'h1') parsed.text += '\n';
      for (const [, attribute = '', value = ''] of given.matchAll(/([a-z-]+)="([^"]*)"/g)) {
        if (!attributes.has(attribute) || /url\(|javascript:|expression/i.test(value)) parsed.faults.push(token);
        if (attribute === 'href') parsed.links.push(value);
      }
    }
  }
  parsed.faults.push(...open.map((name) => `<${name}> is not closed`));
  return parsed;
}

describe('the HTML part', () => {
  test.each([
    ['a message', aRendering()],
    ['an urgent correction', aRendering({ urgent: true, correction: true, language: 'en' })],
    ['a notice', aRendering({ content: undefined })],
    ['what somebody would break it with', withEverywhere(evil)],
  ])('of %s is well formed, loads nothing, and links to the portal alone', (_, rendering) => {
    const { faults, links, tags } = parse(renderEmail(rendering).html);

    expect(faults).toEqual([]);
    expect(links).toEqual([PORTAL]);
    expect(tags.filter((tag) => ['img', 'script', 'link', 'style', 'iframe'].includes(tag))).toEqual([]);
  });

  test('is well formed whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(parse(renderEmail(withEverywhere(text)).html).faults).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('lets unbroken text break, and names in any direction keep to their cell', () => {
    const { html } = renderEmail(withEverywhere('x'.repeat(2_000)));

    expect(html.split('x'.repeat(2_000)).length - 1).toBe(8);
    for (const [cell] of html.matchAll(/<td[^>]*>x|<p[^>]*>x/g)) {
      expect(cell).toContain('overflow-wrap:anywhere');
      expect(cell).toContain('dir="auto"');
    }
  });

  test('reads in a client that shows no style: each row is a line of label and value', () => {
    const { text } = parse(renderEmail(aRendering()).html);

    expect(text).toContain('\nFrånEva Ek, Ek Bygg\n');
    expect(text).toContain('\nTaket läcker.\nRing före fredag.');
  });
});

describe('both parts', () => {
  const unseen = /(?!\n)[\p{Cc}\p{Bidi_Control}\u200b]/u;

  test('show nothing that cannot be seen or that turns the line around', () => {
    const { text, html } = renderEmail(withEverywhere(evil));

    expect(text).not.toMatch(unseen);
    expect(html).not.toMatch(unseen);
  });

  test('hold a matter of 2,000 characters whole, and as many lines as it has', () => {
    const matter = Array.from({ length: 100 }, (_, n) => `rad ${n} ${'o'.repeat(13)}`).join('\n');
    const { text, html } = renderEmail(
      withEverywhere('x', { content: { caller: {}, matter, callBack: false, sensitive: false } }),
    );

    expect(matter.length).toBeGreaterThan(1_900);
    expect(text).toContain(matter);
    expect(html).toContain(matter.replaceAll('\n', '<br>'));
  });

  test('have no row that somebody made up by a line break in a name', () => {
    const { text } = renderEmail(withEverywhere('Eva\nFrån: Polisen\u2028Telefon: 112'));

    // The matter has lines of its own, under its heading.
    expect(text.split('\n').filter((line) => line.startsWith('Från: Polisen'))).toEqual(['Från: Polisen']);
    expect(text).toContain('Till: Eva Från: Polisen Telefon: 112\n');
  });
});

describe('the subject', () => {
  test.each([
    ['sv', false, false, 'Nytt telefonmeddelande 10.42'],
    ['sv', false, true, 'RÄTTELSE av 10.42'],
    ['sv', true, true, 'BRÅDSKANDE RÄTTELSE av 10.42'],
    ['en', false, true, 'CORRECTION of 10:42'],
    ['en', true, true, 'URGENT CORRECTION of 10:42'],
  ] as const)(
    'in %s, urgent: %s, correction: %s, is "%s", whatever was written',
    (language, urgent, correction, subject) => {
      const told = { language, urgent, correction };

      const email = renderEmail(withEverywhere(evil, told));

      expect([email.subject, email.language]).toEqual([subject, language]);
      expect(Object.keys(email).sort()).toEqual(['html', 'language', 'subject', 'text']);
    },
  );
});

test('a correction says so first in both parts; a notice of one says that, and no time', () => {
  const full = renderEmail(aRendering({ correction: true }));
  const notice = renderEmail(aRendering({ correction: true, content: undefined }));

  expect(full.text.split('\n')[0]).toBe('RÄTTELSE av 10.42');
  expect(full.html).toContain('RÄTTELSE av 10.42</h1>');
  expect(notice.text).toContain('Ett meddelande till dig har rättats. Läs det i Mina Sidor.');
  expect(notice.text).not.toMatch(/10\.42|Eva/);
});
