// Terms of data protection are the same on the pages of the portal and on the papers that leave the service.
import { expect, test } from 'vitest';
import { evidenceWords } from '#agreements/agreement-paper-words.ts';
import { certificateWords } from '#erasures/certificate-paper-words.ts';
import { codeWords } from '#requests/report/value-words.ts';
import { agreement } from '#web/words/sv/privacy-agreement.ts';
import { audit } from '#web/words/sv/privacy-audit.ts';
import { erasures } from '#web/words/sv/privacy-erasures.ts';
import { requests } from '#web/words/sv/privacy-requests.ts';

test('the privacy officer has one word', () => {
  const word = audit.roles.privacyOfficer.toLowerCase();

  expect(codeWords('role', 'privacyOfficer')?.sv).toBe(word);
  expect(certificateWords.sv.roles.privacyOfficer).toContain(word);
});

test('a right has one word', () => {
  expect(requests.kinds.portability.toLowerCase()).toBe(codeWords('kind', 'portability')?.sv);
});

test('a certificate has one word, and what shows who signed too', () => {
  expect(erasures.certificate).toBe(certificateWords.sv.certificate);
  expect([agreement.address, agreement.statement]).toEqual([evidenceWords.sv.address, evidenceWords.sv.statement]);
});
