// Papers as PDFs: what a reader's programme finds in them.
import { expect, test } from 'vitest';
import type { Block } from '#papers/paper.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { aPaper } from '#test/support/a-paper.ts';
import { readPdf, rolesIn, type Tagged } from '#test/support/read-pdf.ts';

const printed = async (...given: Parameters<typeof aPaper>) => readPdf(await renderPaper(aPaper(...given)));
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const saying = async (text: string) => (await printed({ blocks: [paragraph(text)] })).text;
const count = (text: string, part: string) => text.split(part).length - 1;

test('A paper is tagged and says its language and its title, as PDF/UA asks for', async () => {
  const pdf = await printed({ subtitle: 'Nordvik Bygg & Åkeri <AB>' });

  expect(pdf).toMatchObject({
    marked: true,
    language: 'sv-SE',
    title: 'Provtryck – Nordvik Bygg & Åkeri <AB>',
    metadata: { title: 'Provtryck – Nordvik Bygg & Åkeri <AB>', part: '1' },
  });
});

test('An English paper says that it is English', async () => {
  const pdf = await printed({ language: 'en' });

  expect(pdf.language).toBe('en-GB');
  expect(pdf.pages[0]).toContain('Page 1 of 1');
});

test.each([
  'Åsa Öberg och Édouard på Ängsvägen 5, ”sa hon” – 10 % till 250 €…',
  'Šimunić, Władysław Żółć, Őrsi, Ñuñez, Þórður',
  'Ωμέγα Παπαδόπουλος',
  'Жанна Жукова',
  'Nguyễn Thị Hương',
  'a → b ✓ 😀',
])('The text can be taken out again letter by letter: %s', async (text) => {
  expect(await saying(text)).toContain(text);
});

test('Letters with their accents apart are the same as those with them', async () => {
  expect(await saying('Asa'.replace('A', 'A\u030a'))).toContain('Åsa');
});

test('What no typeface has is not left out: its code stands there', async () => {
  expect(await saying('李 ringde')).toContain('[U+674E] ringde');
});

test('What only steers text leaves no mark', async () => {
  expect(await saying('en\u200bda\u0007 ord\ufe0f')).toContain('enda ord');
});

test('The same paper is the same bytes', async () => {
  const blocks = [paragraph('Šimunić Ωμέγα'), { kind: 'code', name: 'SHA-256', text: 'ab'.repeat(32) } as const];

  const [first, second] = await Promise.all([renderPaper(aPaper({ blocks })), renderPaper(aPaper({ blocks }))]);

  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('Each typeface that is used is inside, and no more of it than the letters that stand there', async () => {
  const bytes = await renderPaper(aPaper({ blocks: [paragraph('Жанна → b')] }));
  const file = Buffer.from(bytes).toString('latin1');

  // Regular and strong Latin, Cyrillic, and the arrow's.
  expect(count(file, '/FontFile2')).toBe(4);
  expect(count(file, '/Subtype /Type1')).toBe(0);
  expect(bytes.length).toBeLessThan(40_000);
});

test('What is read to somebody is the document; the heads and feet of its pages are not', async () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, number: '1.', text: 'Rubrik' },
    { kind: 'paragraph', number: '1.1', text: 'Stycke' },
    { kind: 'list', items: ['ett', 'två'] },
    { kind: 'facts', rows: [{ name: 'Namn', value: 'Åsa' }] },
    { kind: 'table', caption: 'Tabell', columns: [{ title: 'A' }, { title: 'B' }], rows: [['1', '2']] },
    { kind: 'quote', text: 'Hej' },
    { kind: 'notice', title: 'Obs', text: 'Läs' },
    { kind: 'code', name: 'Summa', text: 'ab12' },
  ];

  const pdf = await printed({ blocks });

  const item = ['LI', 'Lbl', 'LBody'];
  expect(rolesIn(pdf.trees[0] as Tagged)).toEqual([
    ...['Root', 'Document', 'P', 'H1', 'H2', 'P', 'L', ...item, ...item],
    ...['Table', 'TR', 'TH', 'TD'],
    ...['Table', 'Caption', 'TR', 'TH', 'TH', 'TR', 'TD', 'TD'],
    ...['BlockQuote', 'P', 'Div', 'P', 'P', 'P', 'Code'],
  ]);
  expect(pdf.outline).toEqual(['Provtryck', '1. Rubrik']);
});

test('A long table goes on over pages: its head is seen on each and told once, and no row is lost', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`Rad ${at}.`, 'Drift och lagring av uppgifter']);
  const bytes = await renderPaper(
    aPaper({ blocks: [{ kind: 'table', columns: [{ title: 'Rubriken' }, { title: 'Ändamål' }], rows }] }),
  );
  const pdf = await readPdf(bytes);

  expect(pdf.pages.length).toBeGreaterThan(2);
  for (const page of pdf.pages) expect(count(page, 'Rubriken')).toBe(1);
  expect(count(Buffer.from(bytes).toString('latin1'), '/S /TH')).toBe(2);
  for (const [name] of rows) expect(count(pdf.text, `${name} `)).toBe(1);
});

test('A cell that is higher than a page goes on over pages, to its last word', async () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `ord${at}`);

  const pdf = await printed({
    blocks: [{ kind: 'table', columns: [{ title: 'A' }, { title: 'B' }], rows: [[words.join(' '), 'x']] }],
  });

  expect(pdf.pages.length).toBeGreaterThan(1);
  expect(pdf.text.match(/ord\d+/g)).toEqual(words);
});

test('Pages are numbered, and from the second on say whose paper it is', async () => {
  const pdf = await printed({ blocks: [paragraph('Första'), { kind: 'new-page' }, paragraph('Andra')] });

  expect(pdf.pages[0]).toContain('Sida 1 av 2');
  expect(pdf.pages[1]).toContain('Sida 2 av 2');
  expect(pdf.pages[1]).toContain('Svarstjänst i Ådalen AB · Provtryck');
  for (const page of pdf.pages) expect(page).toContain('ref_1');
});

test('A heading is never the last thing on its page', async () => {
  for (let lines = 20; lines < 48; lines++) {
    const filling = paragraph(Array.from({ length: lines }, () => 'rad').join('\n'));
    const pdf = await printed({
      blocks: [filling, { kind: 'heading', level: 1, text: 'Rubriken' }, paragraph('Det som följer')],
    });

    const on = pdf.pages.findIndex((page) => page.includes('Rubriken') && page.includes('Det som följer'));
    expect(on, `after ${lines} lines`).not.toBe(-1);
  }
});
