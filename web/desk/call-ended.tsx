// «Avsluta utan meddelande»: how a call ended that became no message. It is only counted, through the outbox.
import { useEffect, useRef } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Body } from '#web/api/types.ts';
import { outbox } from '#web/kept/outbox.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { t } from '#web/words/words.ts';

export type CallOutcome = Body<'countCall'>['outcome'];

const outcomes = ['connected', 'wrongNumber', 'salesCall', 'hungUp'] as const satisfies readonly CallOutcome[];

interface Props {
  clientId: string;
  /** The called number's `lin_…`, where it is known. */
  line: string | undefined;
  /** Of a call that is written in afterwards, RFC 3339. */
  calledAt?: string | undefined;
  /** The call is counted, or will be as soon as the service answers. */
  onDone: (outcome: CallOutcome) => void;
  onBack: () => void;
}

/** Open as long as it is rendered. */
export function CallEnded({ clientId, line, calledAt, onDone, onBack }: Props) {
  const words = t.callAfter.ended;
  const box = useRef<HTMLDivElement>(null);
  const isOver = useRef(false);

  async function end(outcome: CallOutcome): Promise<void> {
    if (isOver.current) return;
    isOver.current = true;
    const body: Body<'countCall'> = {
      outcome,
      ...(line !== undefined && { line }),
      calledAt: calledAt ?? new Date(serverNowMs()).toISOString(),
    };
    await outbox.add({ route: 'countCall', clientId, body, label: words.label });
    announce(words.counted(words[outcome]));
    onDone(outcome);
  }

  useEffect(() => {
    // The keys are the dialog's own: they mean nothing while the focus is elsewhere.
    const dialog = box.current?.closest('dialog');
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const outcome = outcomes[Number(event.key) - 1];
      if (!outcome) return;
      event.preventDefault();
      void end(outcome);
    };
    dialog?.addEventListener('keydown', onKey);
    return () => dialog?.removeEventListener('keydown', onKey);
  });

  return (
    <Dialog open title={words.title} onClose={onBack}>
      <p class="quiet">{words.hint}</p>
      <div class="endings" ref={box}>
        {outcomes.map((outcome, index) => (
          <Button key={outcome} kbd={`${index + 1}`} onPress={() => void end(outcome)}>
            {words[outcome]}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
