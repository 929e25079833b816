// A signed agreement on paper.
import { describe, expect, test } from 'vitest';
import { agreementPaper } from '#agreements/agreement-paper.ts';
import { renderPaper } from '#papers/render-paper.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { anAgreement } from '#test/support/sample-papers.ts';

const flat = (text: string) => text.replace(/[\s\u00ad]+/g, '');

describe.each(['sv', 'en'] as const)('An agreement in %s', (language) => {
  test('has every word of the text that was signed', async () => {
    const agreement = anAgreement(language);
    const pdf = await readPdf(await renderPaper(agreementPaper(agreement)));

    const all = flat(pdf.text);
    for (const { heading, blocks } of agreement.document.sections) {
      expect(all).toContain(flat(heading));
      for (const block of blocks)
        for (const text of block.kind === 'text' ? [block.text] : block.kind === 'list' ? block.items : block.columns)
          for (const word of text.split(/\s+/)) expect(all).toContain(flat(word));
    }
    expect(pdf.language).toBe(language === 'sv' ? 'sv-SE' : 'en-GB');
  });

  test('has a page of what proves it, with the hash and the seal to the letter', async () => {
    const agreement = anAgreement(language);
    const pdf = await readPdf(await renderPaper(agreementPaper(agreement)));

    const all = flat(pdf.text);
    const { signature, seal, documentHash } = agreement;
    for (const text of [
      signature.name,
      signature.title,
      signature.networkAddress,
      signature.userId,
      signature.statement,
      signature.at,
      documentHash,
      seal.signed,
      seal.signature,
      seal.publicKey,
    ])
      expect(all).toContain(flat(text));
  });
});

test('Objections stand after the seal', async () => {
  const objection = {
    subProcessorId: 'spr_01KB6P4S3Y8D2V0000000000P1',
    text: 'Vi vill inte att Šimunić AB anlitas.',
    at: '2027-01-02T08:00:00Z',
    by: 'usr_01KB6P4S3Y8D2V0000000000U1',
  };

  const { text } = await readPdf(await renderPaper(agreementPaper({ ...anAgreement(), objections: [objection] })));

  expect(text).toContain('Invändningar mot underbiträden');
  expect(text).toContain(objection.text);
});
