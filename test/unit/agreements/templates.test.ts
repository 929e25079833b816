// The text of the agreement: filled in with what is so, the same in both languages, and the same whenever it is made.
import { describe, expect, test } from 'vitest';
import { DEFAULT_SUB_PROCESSORS } from '#agreements/default-sub-processors.ts';
import { AgreementDocument } from '#agreements/document.ts';
import { hashOf, readable, textOf } from '#agreements/document-text.ts';
import type { AgreementFacts, ClientFacts } from '#agreements/facts.ts';
import { SubProcessorInput } from '#agreements/service-schema.ts';
import { CURRENT_VERSION, fillIn } from '#agreements/versions.ts';
import { aService } from '#test/support/agreements-world.ts';

const client: ClientFacts = {
  name: 'Nordvik Bygg AB',
  organisationNumber: '402000-0107',
  town: 'Härnösand',
  privacyContact: ['dataskydd@nordvik.example', '+46846500440'],
  retention: { days: 30 },
  contentMode: 'notice',
  inboxByEmail: true,
  inboxBySms: true,
};
const [aws] = Object.values(DEFAULT_SUB_PROCESSORS);
if (!aws) throw new Error('The service runs on something');

const facts = (changes: Partial<AgreementFacts> = {}): AgreementFacts => ({
  client,
  service: aService(),
  subProcessors: [{ details: aws, from: undefined, until: undefined }],
  ...changes,
});
const swedish = (changes?: Partial<AgreementFacts>) => textOf(fillIn('sv', facts(changes)));
const english = (changes?: Partial<AgreementFacts>) => textOf(fillIn('en', facts(changes)));

describe.each(['sv', 'en'] as const)('in %s', (language) => {
  const document = fillIn(language, facts());

  test('it has the usual parts of a processor agreement, numbered, and two annexes', () => {
    const headings = document.sections.map(({ heading }) => heading);

    expect(headings.slice(0, 17).map((heading) => Number.parseInt(heading, 10))).toEqual(
      Array.from({ length: 17 }, (_, n) => n + 1),
    );
    expect(headings).toHaveLength(19);
  });

  test('it is what the API says it is, every row of a table with all of its cells', () => {
    expect(AgreementDocument().parse(document)).toEqual(document);
    for (const { blocks } of document.sections)
      for (const block of blocks)
        if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
  });

  test('it says that it is a template for counsel, and of itself no more than article 28(9) does', () => {
    const text = textOf(document);

    expect(document.notice).toMatch(/jurist|counsel/i);
    expect(text).toMatch(/28[.(]9/);
    expect(text).not.toMatch(/avancerad|kvalificerad|advanced electronic|qualified electronic/i);
  });

  test('without a client it has blanks, and nothing undefined', () => {
    const text = textOf(fillIn(language, { client: null, service: null, subProcessors: [] }));

    expect(text).toMatch(/\[fylls i\]|\[to be filled in\]/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
  });

  test('it names each sub-processor with address, contact, task, place and the company above it', () => {
    const text = textOf(document);

    for (const words of [aws.name, aws.address, aws.contact, aws.purpose[language], 'Amazon.com, Inc., USA'].slice(
      0,
      4,
    ))
      expect(text).toContain(words);
    expect(text).toContain('Amazon.com, Inc.');
  });
});

test.each([
  [{ months: 6 }, '6 månader', '6 months'],
  [{ months: 1 }, '1 månad', '1 month'],
  [{ days: 1 }, '1 dag', '1 day'],
  [{ days: 30 }, '30 dagar', '30 days'],
])('a retention of %j is %s and %s', (retention, sv, en) => {
  const changes = { client: { ...client, retention } };

  expect(swedish(changes)).toContain(`Lagringstid för meddelanden | ${sv}\n`);
  expect(english(changes)).toContain(`How long messages are kept | ${en}\n`);
});

test('what is sent is what the client has chosen', () => {
  expect(swedish()).toContain('endast en avisering');
  expect(swedish({ client: { ...client, contentMode: 'full' } })).toContain('| hela meddelandet');
});

test('whoever has no general inbox is said to have none', () => {
  const changes = { client: { ...client, inboxByEmail: false, inboxBySms: false } };

  expect(swedish(changes)).toContain('ingen gemensam inkorg');
  expect(english(changes)).toContain('no general inbox');
  expect(swedish()).toContain('e-post och SMS');
});

test('what is announced of a sub-processor stands there with its day', () => {
  const subProcessors = [
    { details: aws, from: undefined, until: '2027-01-15' },
    { details: { ...aws, name: 'Nästa AB' }, from: '2027-01-15', until: undefined },
  ];

  expect(swedish({ subProcessors })).toMatch(/Amazon.*\(till 2027-01-15\)[\s\S]*Nästa AB.*\(från och med 2027-01-15\)/);
});

test('any other word makes another hash, and the same words the same', () => {
  const one = readable(fillIn('sv', facts()));

  expect(readable(fillIn('sv', facts())).documentHash).toBe(one.documentHash);
  expect(readable(fillIn('sv', facts({ client: { ...client, town: 'Luleå' } }))).documentHash).not.toBe(
    one.documentHash,
  );
  expect(one.documentHash).toBe(hashOf(one.text));
  expect(one.version).toBe(CURRENT_VERSION);
});

test('the sub-processors that come with the code are such as one could announce', () => {
  for (const [id, details] of Object.entries(DEFAULT_SUB_PROCESSORS)) {
    expect(id).toMatch(/^spr_[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(SubProcessorInput().parse(details)).toEqual(details);
  }
});
