// Issues the certificate of an erasure that has come through: signed, kept in the evidence, and with that the erasure is done.
import type { ErasureApp } from '#erasures/app.ts';
import { canonical, certificateOf, type LastClosed } from '#erasures/certificate.ts';
import { putCertificate } from '#erasures/certificate-store.ts';
import { SignedCertificate } from '#erasures/schema.ts';
import { type ErasureRecord, writeErasure } from '#erasures/store.ts';
import { tellDone } from '#erasures/tell.ts';
import { hashOf } from '#privacy/merkle.ts';
import { readClosedDays } from '#privacy/store.ts';
import { noteErased } from '#requests/note-erased.ts';
import { evidenceNames } from '#shared/evidence.ts';
import { log } from '#shared/log.ts';

/**
 * One query of 1 unit, one signature, one object, and one transaction: 2 units for each KB of the certificate and of the row, 2 for
 * the row's index, 2 and 2 for the letter; of a person what `noteErased` says. The evidence has the last word: whoever died after it issues what stands there, not another.
 * @throws StaleReadError where somebody else was first.
 */
export async function issueCertificate(app: ErasureApp, erasure: ErasureRecord): Promise<ErasureRecord> {
  const issued = await signed(app, erasure);
  const done: ErasureRecord = { ...erasure, state: 'done', byHand: [], doneAtMs: Date.parse(issued.issuedAt) };
  const { id: erasureId, clientId, requestId, jobId } = erasure;
  const isNothing = Object.values(erasure.begun?.counts ?? {}).every((count) => count === 0) && isEmpty(erasure.left);
  const request = requestId ? await noteErased(app, { clientId, requestId, erasureId, jobId, isNothing }) : [];
  const written = await writeErasure(app, done, [putCertificate(issued), ...tellDone(app, done), ...request]);
  log.info('erasure-done', { clientId });
  return written;
}

const isEmpty = (left: ErasureRecord['left']) => Object.keys(left ?? {}).length === 0;

async function signed(app: ErasureApp, erasure: ErasureRecord): Promise<SignedCertificate> {
  const name = evidenceNames.certificate(erasure.certificateId);
  const standing = await app.evidence.get(name);
  if (standing !== undefined) return parse(name, standing);
  const { certificateId: id, id: erasureId, clientId, what } = erasure;
  const certified = certificateOf(erasure, app.clock.nowMs(), await lastClosed(app));
  const certificate = canonical(certified);
  const [signature, publicKey] = [await app.signer.sign(certificate), await app.signer.publicKey()];
  const made = { id, clientId, erasureId, what, issuedAt: certified.issuedAt, certificate, signature, publicKey };
  if (await app.evidence.put(name, JSON.stringify(made))) return made;
  return parse(name, (await app.evidence.get(name)) ?? '');
}

function parse(name: string, text: string): SignedCertificate {
  try {
    return SignedCertificate().parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${name} is no certificate`, { cause });
  }
}

async function lastClosed(app: ErasureApp): Promise<LastClosed> {
  const { days } = await readClosedDays(app, 'erasures', { limit: 1, startAfter: undefined });
  const [last] = days;
  return last ? { day: last.day, hash: hashOf(last.head) } : null;
}
