// What somebody who is away says: the number of the choice sets it.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { type AbsenceChoice, absenceChoices, absenceOf } from '#web/desk/absence-choices.ts';
import type { PersonHit } from '#web/desk/desk-types.ts';
import { momentWords } from '#web/desk/desk-words.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  person: PersonHit;
  onClose: () => void;
  /** The words to say are others now. */
  onChanged: () => void;
}

/** Open as long as it is rendered. */
export function AbsenceDialog({ clientId, person, onClose, onChanged }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const isBusy = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const path = { clientId, staffId: person.staffId };
  const nowMs = serverNowMs();
  const ways: (AbsenceChoice | 'back')[] = [
    ...absenceChoices,
    ...(person.availability?.state === 'away' ? (['back'] as const) : []),
  ];

  async function choose(way: AbsenceChoice | 'back' | undefined): Promise<void> {
    if (way === undefined || isBusy.current) return;
    isBusy.current = true;
    const outcome =
      way === 'back'
        ? await ask(api.DELETE('/v1/clients/{clientId}/staff/{staffId}/absence', { params: { path } }))
        : await ask(
            api.PUT('/v1/clients/{clientId}/staff/{staffId}/absence', {
              params: { path },
              body: absenceOf(way, serverNowMs()),
            }),
          );
    isBusy.current = false;
    if (outcome.kind !== 'ok') {
      setRefusal(refusalWords(outcome));
      announce(refusalWords(outcome), 'urgent');
      return;
    }
    announce(t.desk.absenceSet(person.name));
    onClose();
    onChanged();
  }

  const words = (way: AbsenceChoice | 'back') =>
    way === 'back'
      ? t.desk.isBack
      : `${t.parts.reasons[way]}, ${t.desk.until(momentWords(absenceOf(way, nowMs).until, nowMs))}`;

  useEffect(() => {
    // The keys are the dialog's own: they mean nothing while the focus is elsewhere.
    const dialog = box.current?.closest('dialog');
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) void choose(ways[Number(event.key) - 1]);
    };
    dialog?.addEventListener('keydown', onKey);
    return () => dialog?.removeEventListener('keydown', onKey);
  });

  return (
    <Dialog open title={t.desk.absenceOf(person.name)} onClose={onClose}>
      <div class="endings" ref={box}>
        {ways.map((way, index) => (
          <Button key={way} kbd={`${index + 1}`} onPress={() => void choose(way)}>
            {words(way)}
          </Button>
        ))}
      </div>
      {refusal && <p class="desk-refused">{refusal}</p>}
    </Dialog>
  );
}
