// An agreement as the API shows it: in a list, and with everything that proves it.
import { keptUntil, signBefore } from '#agreements/days.ts';
import { evidenceIn, type SealedEvidence } from '#agreements/evidence.ts';
import type { Agreement, AgreementDetail, AgreementState } from '#agreements/schema.ts';
import type { AgreementRow, OpenedAgreement } from '#agreements/store.ts';
import { rfc3339 } from '#shared/clock.ts';

function stateOf({ ended }: AgreementRow): AgreementState {
  if (!ended) return 'signed';
  return ended.by === 'replacement' ? 'replaced' : 'ended';
}

const factsOf = (row: AgreementRow) => ({
  id: row.id,
  clientId: row.clientId,
  state: stateOf(row),
  version: row.version,
  language: row.language,
  signedAt: rfc3339(row.signedAtMs),
  endedAt: row.ended ? rfc3339(row.ended.atMs) : null,
  keptUntil: row.ended ? rfc3339(keptUntil(row.ended.atMs)) : null,
  signBefore: row.newer && !row.ended ? signBefore(row.newer.toldAtMs) : null,
});

export const showAgreement = (agreement: OpenedAgreement): Agreement => ({
  ...factsOf(agreement),
  signedBy: agreement.signedBy,
});

export function showDetail(agreement: OpenedAgreement, sealed: SealedEvidence): AgreementDetail {
  const { document, signature, countersignature } = evidenceIn(sealed);
  const { details: _, ...signed } = signature;
  const { organisationNumber: __, ...countersigned } = countersignature;
  return {
    ...factsOf(agreement),
    documentHash: document.hash,
    text: document.text,
    document: sealed.document,
    signature: signed,
    countersignature: countersigned,
    seal: {
      signed: sealed.signed,
      signature: sealed.signature,
      publicKey: sealed.publicKey,
      evidence: sealed.evidence,
    },
    objections: agreement.objections.map(({ atMs, ...objection }) => ({ ...objection, at: rfc3339(atMs) })),
  };
}
