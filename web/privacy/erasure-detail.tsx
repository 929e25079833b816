// One erasure: what goes, what stays and until when, what is out of reach; confirmed by somebody else, certified at the end.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { ErasureBadge } from '#web/privacy/erasure-badge.tsx';
import { ByHand } from '#web/privacy/erasure-by-hand.tsx';
import { What } from '#web/privacy/erasure-what.tsx';
import {
  confirmErasure,
  type Erasure,
  erasureOf,
  readCertificateFile,
  withdrawErasure,
} from '#web/privacy/erasures.ts';
import { Form } from '#web/privacy/form.tsx';
import { JobProgress } from '#web/privacy/job-progress.tsx';
import { PaperButton } from '#web/privacy/paper-button.tsx';
import { certificatePaper } from '#web/privacy/papers.ts';
import { useSending } from '#web/privacy/sending.ts';
import { clockWords, dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const momentWords = (at: string): string => `${dayWords(at, language())} ${clockWords(at, language())}`;

function ConfirmDialog({ erasure, onClose }: { erasure: Erasure; onClose: () => void }) {
  const words = t.privacy.erasures;
  const [hasRead, setHasRead] = useState(false);
  const sending = useSending();
  async function confirm(): Promise<void> {
    if (sending.refuse({}, hasRead ? undefined : words.confirmNeeded)) return;
    await sending.send(
      () => confirmErasure(erasure),
      () => {
        toast(words.confirmed);
        onClose();
      },
    );
  }
  return (
    <Dialog open title={words.confirmTitle} onClose={onClose}>
      <Form sending={sending} submit={words.confirm} kind="danger" onSubmit={() => void confirm()}>
        <p>{erasure.what === 'person' ? words.confirmTextPerson : words.confirmText}</p>
        <Check label={words.confirmCheck} checked={hasRead} onChange={setHasRead} />
      </Form>
    </Dialog>
  );
}

function Asked({ erasure }: { erasure: Erasure }) {
  const words = t.privacy.erasures;
  const [confirms, setConfirms] = useState(false);
  const sending = useSending();
  const withdraw = () =>
    sending.send(
      () => withdrawErasure(erasure),
      () => {
        toast(words.withdrawn);
        void erasureOf(erasure.clientId, erasure.id).refresh();
      },
    );
  return (
    <>
      {!erasure.mayConfirm && (
        <Banner kind="info">{erasure.what === 'person' ? words.needsOfficer : words.needsOther}</Banner>
      )}
      {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
      <div class="actions">
        {erasure.mayConfirm && (
          <Button kind="danger" onPress={() => setConfirms(true)}>
            {words.confirm}
          </Button>
        )}
        <Button busy={sending.busy} onPress={() => void withdraw()}>
          {words.withdraw}
        </Button>
      </div>
      {confirms && <ConfirmDialog erasure={erasure} onClose={() => setConfirms(false)} />}
    </>
  );
}

/** Stays while there is the erasure, so that its end is said. A client's is no job that counts: it only lasts. */
function ErasureProgress({ erasure, refresh }: { erasure: Erasure; refresh: () => Promise<unknown> }) {
  const words = t.privacy.erasures;
  const { what, state, progress } = erasure;
  const lasts = state === 'counting' || state === 'running';
  const label = state === 'counting' ? words.counting : what === 'client' ? words.erasingClient : words.erasing;
  const ended = state === 'done' ? words.erased : state === 'byHand' ? words.byHandTitle : words.counted;
  const of = progress ?? { state: lasts ? ('running' as const) : ('done' as const), done: null };
  return <JobProgress of={of} label={label} ended={ended} refresh={refresh} />;
}

function Certificate({ clientId, certificateId }: { clientId: string; certificateId: string }) {
  const words = t.privacy.erasures;
  return (
    <section class="paper" aria-labelledby="certificate-title">
      <h2 id="certificate-title">{words.certificate}</h2>
      <p class="quiet measure">{words.certificateHint}</p>
      <div class="actions">
        <PaperButton
          label={words.pdf}
          name={`${certificateId}.pdf`}
          read={() => certificatePaper(clientId, certificateId)}
        />
        <PaperButton
          label={words.json}
          name={`${certificateId}.json`}
          read={() => readCertificateFile(clientId, certificateId)}
        />
      </div>
    </section>
  );
}

export function ErasureDetail({ clientId, erasureId }: { clientId: string; erasureId: string }) {
  const words = t.privacy.erasures;
  const source = useMemo(() => erasureOf(clientId, erasureId), [clientId, erasureId]);
  const refresh = useMemo(() => () => source.refresh(), [source]);
  return (
    <Loaded of={source}>
      {(erasure) => (
        <div class="request">
          <header class="request-head">
            <h2>{words.whats[erasure.what]}</h2>
            <p>
              <ErasureBadge state={erasure.state} />{' '}
              {words.askedOn(momentWords(erasure.askedAt), words.reasons[erasure.why])}{' '}
              {erasure.instruction !== null &&
                words.instructed(
                  momentWords(erasure.instruction.at),
                  t.privacy.requests.instruction.ways[erasure.instruction.given],
                )}{' '}
              {erasure.doneAt !== null && words.doneOn(momentWords(erasure.doneAt))}
            </p>
          </header>
          {erasure.withdrawn !== null && (
            <Banner kind="info">
              {words.withdrawnOn(momentWords(erasure.withdrawn.at))} {words.withdrawnBecause[erasure.withdrawn.because]}
            </Banner>
          )}
          <ErasureProgress erasure={erasure} refresh={refresh} />
          {erasure.state === 'byHand' && <ByHand erasure={erasure} />}
          <What erasure={erasure} />
          {erasure.state === 'asked' && <Asked erasure={erasure} />}
          {erasure.certificateId !== null && <Certificate clientId={clientId} certificateId={erasure.certificateId} />}
        </div>
      )}
    </Loaded>
  );
}
