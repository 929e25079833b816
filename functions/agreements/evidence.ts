// What proves an agreement: a canonical text of everything about the signing, and the service's seal over its hash.
import type { AgreementDocument } from '#agreements/document.ts';
import { hashOf } from '#agreements/document-text.ts';
import type { ServiceDetails } from '#agreements/service-schema.ts';
import type { Confirmed } from '#agreements/signing-method.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Signer } from '#shared/signer.ts';

/** What whoever signs says with it, in the language of the text. */
export const statements = {
  sv: 'Jag har läst avtalet och försäkrar att jag får ingå det för kunden.',
  en: 'I have read the agreement and declare that I may make it for the client.',
} as const;

interface SigningFacts {
  agreementId: string;
  clientId: string;
  document: AgreementDocument;
  text: string;
  signatory: { userId: string; name: string; title: string };
  confirmed: Confirmed;
  networkAddress: string;
  service: ServiceDetails;
  atMs: number;
}

/** As it is read again from the canonical text. */
export interface Evidence {
  version: 1;
  agreementId: string;
  clientId: string;
  document: { version: string; language: 'sv' | 'en'; hash: string; text: string };
  signature: {
    userId: string;
    name: string;
    title: string;
    statement: string;
    method: string;
    details: Readonly<Record<string, string>>;
    networkAddress: string;
    at: string;
  };
  countersignature: { service: string; organisationNumber: string; name: string; title: string; at: string };
}

/** What is kept under the agreement's key. */
export interface SealedEvidence {
  document: AgreementDocument;
  /** `Evidence` as JSON; hash it as it stands. */
  evidence: string;
  /** What the seal is over, as JSON: it holds the hashes of the text and of the evidence. */
  signed: string;
  signature: string;
  publicKey: string;
}

const evidenceOf = (facts: SigningFacts): Evidence => {
  const { version, language } = facts.document;
  const at = rfc3339(facts.atMs);
  const { name: service, organisationNumber, signatory } = facts.service;
  return {
    version: 1,
    agreementId: facts.agreementId,
    clientId: facts.clientId,
    document: { version, language, hash: hashOf(facts.text), text: facts.text },
    signature: {
      ...facts.signatory,
      statement: statements[language],
      method: facts.confirmed.method,
      details: facts.confirmed.details,
      networkAddress: facts.networkAddress,
      at,
    },
    countersignature: { service, organisationNumber, ...signatory, at },
  };
};

/** Costs two calls of the signer, of which one asks for the public key. */
export async function sealEvidence(sealer: Signer, facts: SigningFacts): Promise<SealedEvidence> {
  const content = evidenceOf(facts);
  const evidence = JSON.stringify(content);
  const signed = JSON.stringify({
    version: 1,
    kind: 'agreement',
    agreementId: content.agreementId,
    documentHash: content.document.hash,
    method: content.signature.method,
    at: content.signature.at,
    evidenceHash: hashOf(evidence),
  });
  const [signature, publicKey] = await Promise.all([sealer.sign(signed), sealer.publicKey()]);
  return { document: facts.document, evidence, signed, signature, publicKey };
}

export const evidenceIn = ({ evidence }: Pick<SealedEvidence, 'evidence'>): Evidence => JSON.parse(evidence);
