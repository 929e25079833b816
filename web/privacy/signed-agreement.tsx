// One agreement that was signed: who, when and how, what proves it, the paper of it, and the text.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { AgreementText } from '#web/privacy/agreement-text.tsx';
import { type AgreementDetail, agreementOf } from '#web/privacy/agreements.ts';
import { dateWords } from '#web/privacy/countdown.ts';
import { Objections } from '#web/privacy/objections.tsx';
import { PaperButton } from '#web/privacy/paper-button.tsx';
import { agreementPaper } from '#web/privacy/papers.ts';
import { clockWords, dayWords, isoDay } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const kinds = { signed: 'accent', replaced: 'plain', ended: 'plain' } as const;
const momentWords = (at: string): string => `${dayWords(at, language())} ${clockWords(at, language())}`;

const methodWords = (method: string): string => {
  const known: Readonly<Record<string, string>> = t.privacy.agreement.methods;
  return known[method] ?? method;
};

function Evidence({ agreement: { signature, countersignature, documentHash, seal } }: { agreement: AgreementDetail }) {
  const words = t.privacy.agreement;
  return (
    <section class="evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{words.evidence}</h2>
      <div class="signatures">
        <dl class="facts">
          <dt>{words.forClient}</dt>
          <dd>
            <b>{signature.name}</b>, {signature.title}
          </dd>
          <dt>{words.signedAt}</dt>
          <dd>{momentWords(signature.at)}</dd>
          <dt>{words.method}</dt>
          <dd>{methodWords(signature.method)}</dd>
          <dt>{words.address}</dt>
          <dd class="number">{signature.networkAddress}</dd>
          <dt>{words.statement}</dt>
          <dd>{signature.statement}</dd>
        </dl>
        <dl class="facts">
          <dt>{words.forService}</dt>
          <dd>
            <b>{countersignature.name}</b>, {countersignature.title}, {countersignature.service}
          </dd>
          <dt>{words.signedAt}</dt>
          <dd>{momentWords(countersignature.at)}</dd>
          <dt>{words.method}</dt>
          <dd>{words.countersigned}</dd>
        </dl>
      </div>
      <details>
        <summary>{words.seal}</summary>
        <p class="meta measure">{words.sealHint}</p>
        <dl class="facts codes">
          <dt>{words.hash}</dt>
          <dd>{documentHash}</dd>
          <dt>{words.sealed}</dt>
          <dd>{seal.signed}</dd>
          <dt>{words.signature}</dt>
          <dd>{seal.signature}</dd>
          <dt>{words.publicKey}</dt>
          <dd>{seal.publicKey}</dd>
        </dl>
      </details>
    </section>
  );
}

export function SignedAgreement({ clientId, agreementId }: { clientId: string; agreementId: string }) {
  const words = t.privacy.agreement;
  const source = useMemo(() => agreementOf(clientId, agreementId), [clientId, agreementId]);
  return (
    <>
      <p>
        <a href={`/c/${clientId}/privacy`}>{words.toAgreements}</a>
      </p>
      <Loaded of={source}>
        {(agreement) => (
          <div class="agreement">
            <p>
              <Badge kind={kinds[agreement.state]}>{words.states[agreement.state]}</Badge>{' '}
              {words.version(agreement.version)}.{' '}
              {agreement.endedAt !== null && words.endedOn(dayWords(agreement.endedAt, language()))}{' '}
              {agreement.keptUntil !== null && words.ends(dateWords(isoDay(agreement.keptUntil)))}
            </p>
            <div class="actions">
              <PaperButton
                label={words.pdf}
                name={`${agreementId}.pdf`}
                read={() => agreementPaper(clientId, agreementId)}
              />
            </div>
            <Evidence agreement={agreement} />
            <Objections objections={agreement.objections} />
            <AgreementText document={agreement.document} />
          </div>
        )}
      </Loaded>
    </>
  );
}
