// An access report on paper.
import { expect, test } from 'vitest';
import { renderPaper } from '#papers/render-paper.ts';
import { reportPaper } from '#requests/report-paper.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { aMessageEntry, aReport } from '#test/support/sample-papers.ts';

test('A report tells whose data it is, how it is used, the data itself and where it was looked for', async () => {
  const pdf = await readPdf(await renderPaper(reportPaper(aReport())));

  expect(pdf.title).toBe('Registerutdrag – Zdravka Šimunić');
  for (const part of [
    'Nordvik Bygg & Åkeri AB',
    'Så behandlas uppgifterna',
    'artikel 17',
    'Integritetsskyddsmyndigheten',
    'Vill bli uppringd om leveransen.',
    'raderas 23 maj 2027',
    'Levererat 23 november 2026 kl. 13:01',
    'Åtkomstlogg',
    'Inte sökt',
  ])
    expect(pdf.text).toContain(part);
});

test('Where passages are hidden the report says so', async () => {
  const hidden = 'Det som rör andra personer är dolt';

  const shown = await readPdf(await renderPaper(reportPaper(aReport([aMessageEntry('Ring mig')]))));
  const masked = await readPdf(await renderPaper(reportPaper(aReport([aMessageEntry('Ring […]')]))));

  expect(shown.text).not.toContain(hidden);
  expect(masked.text).toContain(hidden);
});

test('Each part of a long report says which it is, and only the last where the data was looked for', async () => {
  const partOf = async (part: { number: number; last: boolean }) =>
    (await readPdf(await renderPaper(reportPaper({ ...aReport(), part })))).text;

  const [second, last] = [await partOf({ number: 2, last: false }), await partOf({ number: 3, last: true })];

  expect(second).toContain('Del 2. Fler delar hör till');
  expect(second).not.toContain('Var uppgifterna har sökts');
  expect(last).toContain('Del 3, den sista');
  expect(last).toContain('Var uppgifterna har sökts');
});

test('A report with nothing in it says so', async () => {
  const report = { ...aReport(), sections: [] };

  const { text } = await readPdf(await renderPaper(reportPaper(report)));

  expect(text).toContain('Inga uppgifter om dig har hittats.');
});

test('A report of a thousand messages has each of them', async () => {
  const entries = Array.from({ length: 1_000 }, (_, at) => aMessageEntry(`Ärende nummer ${at}.`));

  const { text } = await readPdf(await renderPaper(reportPaper(aReport(entries))));

  for (const [at] of entries.entries()) expect(text).toContain(`Ärende nummer ${at}.`);
}, 60_000);
