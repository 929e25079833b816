// What is to be done next about a request: what it waits for, the step that leads on, and the others beside it.
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { keepFocus } from '#web/privacy/keep-focus.ts';
import { ReleaseDialog } from '#web/privacy/release-dialog.tsx';
import { doneWords, stepWords, viewerOf, whatNow } from '#web/privacy/request-words.ts';
import { nextStep, type StepName, type SubjectRequest, stepsOf, takeStep } from '#web/privacy/requests.ts';
import { searchOf } from '#web/privacy/search-read.ts';
import { useSending } from '#web/privacy/sending.ts';
import { type DialogStep, isDialogStep, StepDialog } from '#web/privacy/step-dialogs.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  request: SubjectRequest;
  isAdmin: boolean;
  /** Takes the focus when the step that had it is taken. */
  heading: RefObject<HTMLElement | null>;
}

export function RequestSteps({ request, isAdmin, heading }: Props) {
  const words = t.privacy.requests;
  const [open, setOpen] = useState<DialogStep>();
  const [releases, setReleases] = useState(false);
  const sending = useSending();
  const next = nextStep(request);
  const others = stepsOf(request).filter((step) => step !== next);
  const who = viewerOf(request, isAdmin);
  const what = whatNow(request, who, searchOf(request));

  function take(step: StepName): void {
    if (isDialogStep(step)) setOpen(step);
    else if (step === 'release') setReleases(true);
    else
      void sending.send(
        () => takeStep(request, { step }),
        () => {
          toast(doneWords(step, who));
          keepFocus(heading);
        },
      );
  }
  function close(): void {
    setOpen(undefined);
    setReleases(false);
    keepFocus(heading);
  }
  if (request.state === 'closed') return null;
  return (
    <section class="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{words.detail.next}</h2>
      {what !== undefined && <p class="measure">{what}</p>}
      {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
      <div class="actions">
        {next && (
          <Button key={next} kind="primary" busy={sending.busy} onPress={() => take(next)}>
            {stepWords(next, who)}
          </Button>
        )}
        {others.map((step) => (
          <Button key={step} onPress={() => take(step)}>
            {stepWords(step, who)}
          </Button>
        ))}
      </div>
      {open && <StepDialog step={open} request={request} isAdmin={isAdmin} onClose={close} />}
      {releases && <ReleaseDialog request={request} onClose={close} />}
    </section>
  );
}
