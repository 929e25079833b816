// Checks a certificate with nothing but its file: what it says, and that it was signed. Faults are told in words for people.
import { createPublicKey, verify } from 'node:crypto';
import { canonical } from '#erasures/certificate.ts';
import { Certificate, SignedCertificate } from '#erasures/schema.ts';
import { fingerprintOf } from '#privacy/check-day.ts';

export type Verdict =
  | { fault: string }
  | { fault: undefined; certificate: Certificate /** SHA-256 of the key, hex. */; fingerprint: string };

/**
 * @param text as the API gave it, or as it stands in the evidence.
 * @param trusted fingerprints of the keys that may have signed; without them any key may, as long as it fits.
 */
export function checkCertificate(text: string, trusted?: ReadonlySet<string>): Verdict {
  const file = attempt(() => SignedCertificate().parse(JSON.parse(text)));
  if (!file) return { fault: 'it is not the file of a certificate' };
  const certificate = attempt(() => Certificate().parse(JSON.parse(file.certificate)));
  if (!certificate) return { fault: 'what was signed is no certificate' };
  if (canonical(certificate) !== file.certificate) return { fault: 'its text is not as the service writes it' };
  if (!isSigned(file)) return { fault: 'its signature does not fit its text and its key' };
  const fingerprint = fingerprintOf(file.publicKey);
  if (trusted && !trusted.has(fingerprint))
    return { fault: `it is signed with the key ${fingerprint}, which is none of those that were given` };
  const differing = (['clientId', 'erasureId', 'what', 'issuedAt'] as const).find(
    (name) => file[name] !== certificate[name],
  );
  if (differing ?? (file.id !== certificate.certificateId && 'id'))
    return { fault: `the file says another ${differing ?? 'id'} than what was signed` };
  return { fault: undefined, certificate, fingerprint };
}

/** Both are as they were written: what a decoder passes over is a change all the same. */
function isSigned({ certificate, signature, publicKey }: SignedCertificate): boolean {
  const fits = attempt(() => {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    const bytes = Buffer.from(signature, 'base64');
    const asWritten =
      key.export({ format: 'der', type: 'spki' }).toString('base64') === publicKey &&
      bytes.toString('base64') === signature;
    return asWritten && verify('sha256', Buffer.from(certificate), { key, dsaEncoding: 'der' }, bytes);
  });
  return fits === true;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
