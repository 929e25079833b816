// A paper with one paragraph, unless a test says otherwise.
import type { Paper } from '#papers/paper.ts';

export const aPaper = (given: Partial<Paper> = {}): Paper => ({
  language: 'sv',
  title: 'Provtryck',
  issuer: 'Svarstjänst i Ådalen AB',
  reference: 'ref_1',
  madeAtMs: Date.parse('2026-12-01T08:14:09Z'),
  blocks: [{ kind: 'paragraph', text: 'Ett stycke.' }],
  ...given,
});
