// A certificate checked with nothing but its file: whatever is changed in it shows.
import { beforeEach, describe, expect, test } from 'vitest';
import { canonical, certificateOf } from '#erasures/certificate.ts';
import { checkCertificate } from '#erasures/check-certificate.ts';
import type { SignedCertificate } from '#erasures/schema.ts';
import { fingerprintOf } from '#privacy/check-day.ts';
import { anErasureRecord } from '#test/support/builders/erasures.ts';
import { localSigner } from '#test/support/local-signer.ts';

const DONE = Date.parse('2027-05-24T00:30:00Z');
const signer = localSigner();
let file: SignedCertificate;

async function issued(
  certificate = certificateOf(anErasureRecord(), DONE, null),
  by = signer,
): Promise<SignedCertificate> {
  const text = canonical(certificate);
  const { certificateId: id, clientId, erasureId, what, issuedAt } = certificate;
  const [signature, publicKey] = [await by.sign(text), await by.publicKey()];
  return { id, clientId, erasureId, what, issuedAt, certificate: text, signature, publicKey };
}

beforeEach(async () => {
  file = await issued();
});

const faultOf = (changed: object) => checkCertificate(JSON.stringify({ ...file, ...changed })).fault;

describe('a certificate', () => {
  test('as it was issued holds, and says what it is about', () => {
    const verdict = checkCertificate(JSON.stringify(file, null, 2));

    expect(verdict).toMatchObject({
      fault: undefined,
      fingerprint: fingerprintOf(file.publicKey),
      certificate: { what: 'client', erased: expect.arrayContaining([{ kind: 'messages', count: 12 }]) },
    });
  });

  test('that was issued before instructions were certified holds as it stands', async () => {
    const { instruction: _, ...earlier } = certificateOf(anErasureRecord(), DONE, null);

    const verdict = checkCertificate(JSON.stringify(await issued(earlier)));

    expect(verdict.fault).toBeUndefined();
  });

  test('says on whose instruction, and nobody’s name', async () => {
    const instruction = { atMs: DONE, given: 'portal', as: 'clientAdmin' } as const;
    const certified = certificateOf(anErasureRecord({ what: 'person', instruction }), DONE, null);

    const verdict = checkCertificate(JSON.stringify(await issued(certified)));

    const shown = { at: '2027-05-24T00:30:00.000Z', given: 'portal', as: 'clientAdmin' };
    expect(verdict).toMatchObject({ fault: undefined, certificate: { instruction: shown } });
  });

  test('holds against its own key, and against no other', async () => {
    const own = new Set([fingerprintOf(file.publicKey)]);
    const other = new Set([fingerprintOf(await localSigner().publicKey())]);

    expect(checkCertificate(JSON.stringify(file), own).fault).toBeUndefined();
    expect(checkCertificate(JSON.stringify(file), other).fault).toMatch(/none of those that were given/);
  });

  test('with any count, time or id in its text changed does not hold', () => {
    const fields = JSON.parse(file.certificate) as Record<string, unknown>;
    const swapped: Record<string, unknown> = {
      erased: [{ kind: 'messages', count: 13 }],
      to: '2027-05-24T00:30:00.001Z',
      clientId: 'cli_01JZZZZZZZZZZZZZZZZZZZZZZ9',
      why: 'fault',
      kept: [],
      outOfReach: [],
      left: [{ store: 'staff', because: 'disputed', count: 1 }],
      months: [],
      confirmedAs: null,
      instruction: { at: '2027-05-24T00:30:00.000Z', given: 'email', as: 'privacyOfficer' },
    };

    for (const [name, value] of Object.entries(swapped))
      expect([name, faultOf({ certificate: canonical({ ...fields, [name]: value }) })]).toEqual([
        name,
        'its signature does not fit its text and its key',
      ]);
  });

  test('in another order, with a field more, or with spaces, is not as the service writes it', () => {
    const fields = JSON.parse(file.certificate) as Record<string, unknown>;
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(fields).reverse()));

    expect(faultOf({ certificate: reversed })).toBe('its text is not as the service writes it');
    expect(faultOf({ certificate: JSON.stringify(fields, null, 1) })).toBe('its text is not as the service writes it');
    expect(faultOf({ certificate: canonical({ ...fields, note: 'x' }) })).toBe('what was signed is no certificate');
  });

  test('signed by somebody else fits only with their key, which the fingerprint tells', async () => {
    const forged = await issued(undefined, localSigner());

    expect(faultOf({ publicKey: forged.publicKey })).toBe('its signature does not fit its text and its key');
    expect(faultOf({ signature: forged.signature })).toBe('its signature does not fit its text and its key');
    expect(checkCertificate(JSON.stringify(forged), new Set([fingerprintOf(file.publicKey)])).fault).toMatch(/none of/);
  });

  test('with a signature or a key that a decoder would pass over does not hold', () => {
    expect(faultOf({ signature: `${file.signature}\n` })).toBe('its signature does not fit its text and its key');
    expect(faultOf({ publicKey: `${file.publicKey} ` })).toBe('its signature does not fit its text and its key');
  });

  test('whose file says another id, client or day than what was signed does not hold', () => {
    const other = { id: 'cer_01JZZZZZZZZZZZZZZZZZZZZZZ9', clientId: 'cli_01JZZZZZZZZZZZZZZZZZZZZZZ9' };

    expect(faultOf({ id: other.id })).toBe('the file says another id than what was signed');
    expect(faultOf({ clientId: other.clientId })).toBe('the file says another clientId than what was signed');
    expect(faultOf({ what: 'message' })).toBe('the file says another what than what was signed');
  });

  test.each(['', '[]', '{}', 'null', '{"certificate":1}'])('is not %j', (text) => {
    expect(checkCertificate(text).fault).toBe('it is not the file of a certificate');
  });
});

describe('its text', () => {
  test('names the days (UTC) of the log from its beginning to its end, each once', () => {
    expect(certificateOf(anErasureRecord(), DONE, null).erasureLog.days).toEqual(['2027-05-23', '2027-05-24']);
  });

  test('names the next day too where it was done so late that the next sweep tells of it', () => {
    const late = anErasureRecord({ confirmedAtMs: Date.parse('2027-05-24T23:40:00Z') });

    expect(certificateOf(late, Date.parse('2027-05-24T23:50:00Z'), null).erasureLog.days).toEqual([
      '2027-05-24',
      '2027-05-25',
    ]);
  });

  test('is the same whoever writes it', () => {
    const [one, other] = [1, 2].map(() => canonical(certificateOf(anErasureRecord(), DONE, null)));

    expect(one).toBe(other);
    expect(one).not.toContain('usr_');
  });

  test('says what was left on purpose, by store and reason', () => {
    const left = {
      'staff#stf_1': 'anotherPerson',
      'staff#stf_2': 'anotherPerson',
      'answering#cli_1': 'disputed',
    } as const;

    expect(certificateOf(anErasureRecord({ what: 'person', left }), DONE, null).left).toEqual([
      { store: 'answering', because: 'disputed', count: 1 },
      { store: 'staff', because: 'anotherPerson', count: 2 },
    ]);
  });
});
