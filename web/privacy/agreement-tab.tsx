// The agreement of one client: how it stands, the text to be read and signed, and every one that has been.
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { Badge } from '#web/parts/badge.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { AgreementText } from '#web/privacy/agreement-text.tsx';
import { type Agreement, type Agreements, agreementsOf, type Draft, inForce } from '#web/privacy/agreements.ts';
import { Announced } from '#web/privacy/announced.tsx';
import { dateWords, isOver, leftWords } from '#web/privacy/countdown.ts';
import { SignForm } from '#web/privacy/sign-form.tsx';
import { SignedAgreement } from '#web/privacy/signed-agreement.tsx';
import { session } from '#web/session/session.ts';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';
import type { Language } from '#web/words/words-shape.ts';

const kinds = { signed: 'accent', replaced: 'plain', ended: 'plain' } as const;

/** What waits for whoever signs; nothing where all is well. */
function Waits({ agreements, isAdmin }: { agreements: Agreements; isAdmin: boolean }) {
  const words = t.privacy.agreement;
  const current = inForce(agreements);
  const { draft } = agreements;
  if (!current && draft)
    return (
      <Banner kind="warn">
        <h2>{words.unsignedTitle}</h2>
        <p>{isAdmin ? words.unsigned : words.unsignedOther}</p>
        {!draft.ready && <p>{words.notReady}</p>}
      </Banner>
    );
  if (!current || !draft?.newVersion) return null;
  const before = current.signBefore;
  const isLate = before !== null && isOver(before);
  return (
    <Banner kind={isLate ? 'warn' : 'info'}>
      <h2>{words.newTitle}</h2>
      {before !== null && (
        <p>{isLate ? words.newLate(dateWords(before)) : words.newVersion(dateWords(before), leftWords(before))}</p>
      )}
    </Banner>
  );
}

function Signed({ agreement, clientId }: { agreement: Agreement; clientId: string }) {
  const words = t.privacy.agreement;
  const { id, state, version, signedBy, signedAt, endedAt } = agreement;
  return (
    <li class="ledger-row">
      <div>
        <p>
          <a class="member-name" href={`/c/${clientId}/privacy/agreement/${id}`}>
            {words.version(version)}
          </a>{' '}
          <Badge kind={kinds[state]}>{words.states[state]}</Badge>
        </p>
        <p class="meta">
          {words.signedBy(signedBy.name, signedBy.title, dayWords(signedAt, language()))}{' '}
          {endedAt !== null && words.endedOn(dayWords(endedAt, language()))}
        </p>
      </div>
    </li>
  );
}

interface ReadingProps {
  clientId: string;
  draft: Draft;
  spoken: Language;
  isAdmin: boolean;
  onSpoken: (language: Language) => void;
  onSigned: (agreement: Agreement) => void;
  onChanged: () => void;
}

function Reading({ clientId, draft, spoken, isAdmin, onSpoken, onSigned, onChanged }: ReadingProps) {
  const words = t.privacy.agreement;
  const other = spoken === 'sv' ? 'en' : 'sv';
  const mine = session.value.me?.memberships.find((one) => one.clientId === clientId);
  const maySign = mine?.maySign === true && draft.ready;
  return (
    <>
      <div class="actions">
        <button type="button" class="button" lang={other} onClick={() => onSpoken(other)}>
          {words.otherLanguage(other)}
        </button>
        {maySign && (
          <Button kind="quiet" onPress={() => document.getElementById('sign-title')?.focus()}>
            {words.toSigning}
          </Button>
        )}
      </div>
      <AgreementText document={draft.document} />
      {maySign && <SignForm clientId={clientId} draft={draft} onSigned={onSigned} onChanged={onChanged} />}
      {isAdmin && !mine?.maySign && <Banner kind="info">{words.notSigner}</Banner>}
    </>
  );
}

export function AgreementTab({ clientId, id }: { clientId: string; id: string | undefined }) {
  return id === undefined ? <Current clientId={clientId} /> : <SignedAgreement clientId={clientId} agreementId={id} />;
}

function Current({ clientId }: { clientId: string }) {
  const words = t.privacy.agreement;
  const { route } = useLocation();
  const [spoken, setSpoken] = useState<Language>(language());
  const [reads, setReads] = useState(false);
  const source = useMemo(() => agreementsOf(clientId, spoken), [clientId, spoken]);
  const isAdmin = session.value.me?.role === null;
  const signed = ({ id }: Agreement) => {
    void source.refresh();
    route(`/c/${clientId}/privacy/agreement/${id}`);
  };
  return (
    <Loaded of={source} key={spoken}>
      {(agreements) => {
        const { draft, items } = agreements;
        const current = inForce(agreements);
        const mayReadNew = draft !== null && (draft.newVersion || draft.changedFacts);
        const shows = draft !== null && (!current || reads);
        return (
          <div class="agreement">
            <Waits agreements={agreements} isAdmin={isAdmin} />
            {!current && <p class="measure">{words.about}</p>}
            {current && draft?.changedFacts && !draft.newVersion && (
              <Banner kind="info">
                <h2>{words.factsTitle}</h2>
                <p>{words.facts}</p>
              </Banner>
            )}
            {current && mayReadNew && !reads && (
              <div class="actions">
                <button
                  type="button"
                  class={draft.newVersion ? 'button primary' : 'button'}
                  onClick={() => setReads(true)}
                >
                  {isAdmin ? words.read : words.readNew}
                </button>
              </div>
            )}
            {current && <Announced clientId={clientId} agreement={current} isAdmin={isAdmin} />}
            {shows && (
              <Reading
                clientId={clientId}
                draft={draft}
                spoken={spoken}
                isAdmin={isAdmin}
                onSpoken={setSpoken}
                onSigned={signed}
                onChanged={() => void source.refresh()}
              />
            )}
            {items.length > 0 && (
              <section aria-labelledby="signed-title">
                <h2 id="signed-title">{words.earlier}</h2>
                <ul class="ledger">
                  {items.map((agreement) => (
                    <Signed key={agreement.id} agreement={agreement} clientId={clientId} />
                  ))}
                </ul>
              </section>
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
