// One request: what it is and until when, what is to be done next, who asks, and how it has gone.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { ReleaseDialog } from '#web/privacy/release-dialog.tsx';
import { ReportPart } from '#web/privacy/report-part.tsx';
import { RequestCourse } from '#web/privacy/request-course.tsx';
import { RequestLetter } from '#web/privacy/request-letter.tsx';
import { dueWords, homeWords, StateBadge } from '#web/privacy/request-list.tsx';
import { RequestPerson } from '#web/privacy/request-person.tsx';
import {
  isSearchedFor,
  nextStep,
  requestOf,
  type StepName,
  type SubjectRequest,
  stepsOf,
  takeStep,
} from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import { type DialogStep, isDialogStep, StepDialog } from '#web/privacy/step-dialogs.tsx';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

/** What the state means for whoever looks. */
function whatNow({ state, instruction, kind, identity }: SubjectRequest, isAdmin: boolean): string | undefined {
  const words = t.privacy.requests.what;
  if (state === 'received' || state === 'forwarded')
    return isAdmin ? words.forwardedAdmin : state === 'received' ? words.received : words.forwarded;
  if (state === 'closed') return undefined;
  if (instruction?.decision === 'refuse') return words.refused;
  if (!identity) return words.identityMissing;
  if (state === 'released') return isAdmin ? words.releasedAdmin : words.released;
  if (!isSearchedFor({ kind })) return words.instructedHand;
  if (isAdmin) return words.preparingAdmin;
  if (state === 'preparing') return words.preparing;
  return kind === 'erasure' || kind === 'objection' ? words.instructedErasure : words.instructedAccess;
}

const stepWords = (step: StepName, isAdmin: boolean): string => {
  const words = t.privacy.requests.steps;
  return step === 'instruct' && !isAdmin ? words.instructOther : words[step];
};

function Steps({ request, isAdmin }: { request: SubjectRequest; isAdmin: boolean }) {
  const words = t.privacy.requests;
  const [open, setOpen] = useState<DialogStep>();
  const [releases, setReleases] = useState(false);
  const sending = useSending();
  const next = nextStep(request);
  const others = stepsOf(request).filter((step) => step !== next);
  const what = whatNow(request, isAdmin);

  function take(step: StepName): void {
    if (isDialogStep(step)) setOpen(step);
    else if (step === 'release') setReleases(true);
    else
      void sending.send(
        () => takeStep(request, { step }),
        () => toast(words.done[step]),
      );
  }
  if (request.state === 'closed') return null;
  return (
    <section class="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{words.detail.next}</h2>
      {what !== undefined && <p class="measure">{what}</p>}
      {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
      <div class="actions">
        {next && (
          <Button kind="primary" busy={sending.busy} onPress={() => take(next)}>
            {stepWords(next, isAdmin)}
          </Button>
        )}
        {others.map((step) => (
          <Button key={step} onPress={() => take(step)}>
            {stepWords(step, isAdmin)}
          </Button>
        ))}
      </div>
      {open && <StepDialog step={open} request={request} isAdmin={isAdmin} onClose={() => setOpen(undefined)} />}
      {releases && <ReleaseDialog request={request} onClose={() => setReleases(false)} />}
    </section>
  );
}

/** What the person is to be told: at the end the answer, before it that it takes longer. */
function Letter({ request: { closing, extension, language, state } }: { request: SubjectRequest }) {
  const words = t.privacy.requests;
  if (closing?.text)
    return <RequestLetter id="answer-title" title={words.detail.answer} lang={language} text={closing.text} />;
  if (!extension || state === 'closed') return null;
  return <RequestLetter id="told-title" title={words.extension.told} lang={language} text={extension[language]} />;
}

export function RequestDetail({ homeId, requestId }: { homeId: string; requestId: string }) {
  const words = t.privacy.requests;
  const source = useMemo(() => requestOf(homeId, requestId), [homeId, requestId]);
  const isAdmin = session.value.me?.role === null;
  return (
    <Loaded of={source}>
      {(request) => (
        <div class="request">
          <header class="request-head">
            <h2>
              {words.kinds[request.kind]}
              {!isAdmin && `, ${homeWords(request)}`}
            </h2>
            <p>
              <StateBadge of={request} /> <span class="due">{dueWords(request)}</span>
            </p>
          </header>
          <Steps request={request} isAdmin={isAdmin} />
          <Letter request={request} />
          {(isAdmin ? request.releasedAt !== null : request.searchJobId !== null) && (
            <ReportPart request={request} isAdmin={isAdmin} />
          )}
          <div class="request-sides">
            <RequestPerson request={request} isAdmin={isAdmin} />
            <RequestCourse request={request} />
          </div>
        </div>
      )}
    </Loaded>
  );
}
