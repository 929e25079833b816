// The certificate of an erasure on paper.
import { expect, test } from 'vitest';
import { certificatePaper } from '#erasures/certificate-paper.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { aCertificate } from '#test/support/sample-papers.ts';

const printed = async (language: 'sv' | 'en') =>
  readPdf(await renderPaper(certificatePaper(aCertificate(), language, 'Svarstjänst i Ådalen AB')));

test('A certificate says what was erased, what is kept and what is out of reach', async () => {
  const { text, title } = await printed('sv');

  expect(title).toBe('Intyg om radering – Kunden, efter avtalets slut');
  expect(text).toMatch(/Meddelanden\s1\s204/);
  expect(text).toContain('Undertecknade avtal med bevis');
  expect(text).toContain('1 december 2036');
  expect(text).toMatch(/E-post och SMS som har levererats \(högst 2\s134\)/);
});

test('A certificate holds what is signed, and the signature, to the letter', async () => {
  const { certificate, signature, publicKey } = aCertificate();
  const { text } = await printed('en');

  const all = text.replace(/\s/g, '');
  // Between its beginning and its end a page may turn.
  for (const part of [certificate.slice(0, 300), certificate.slice(-300), signature, publicKey])
    expect(all).toContain(part.replace(/\s/g, ''));
});

test('A certificate of a person says on whose instruction, when and how it was given', async () => {
  const signed = aCertificate();
  const instruction = { at: '2026-11-30T08:00:00Z', given: 'telephone', as: 'privacyOfficer' };
  const certificate = JSON.stringify({ ...JSON.parse(signed.certificate), what: 'person', instruction });
  const paper = certificatePaper({ ...signed, certificate }, 'sv', 'Svarstjänst i Ådalen AB');

  const { text } = await readPdf(await renderPaper(paper));

  expect(text.replace(/\s+/g, ' ')).toMatch(
    /Kundens instruktion .*30 november 2026.*per telefon, nedskriven av tjänstens dataskyddsansvarige/,
  );
});

test('A certificate in English is in English', async () => {
  const { text, language } = await printed('en');

  expect(language).toBe('en-GB');
  expect(text).toContain('Certificate of erasure');
  expect(text).toContain("the client's administrator");
});
