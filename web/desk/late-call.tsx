// A call that is written in afterwards: when it was.
import { useState } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import { LATEST_HOURS, lateTime } from '#web/desk/late-time.ts';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Field } from '#web/parts/field.tsx';
import { firstFocus } from '#web/parts/first-focus.ts';
import { isoDay } from '#web/words/dates.ts';
import { t } from '#web/words/words.ts';

interface Props {
  /** RFC 3339: `calledAt` of the message, or of the count. */
  onChosen: (calledAt: string) => void;
  onClose: () => void;
}

/** For supervisors; open as long as it is rendered. */
export function LateCall({ onChosen, onClose }: Props) {
  const words = t.callAfter.late;
  const nowMs = serverNowMs();
  const [day, setDay] = useState(() => isoDay(nowMs));
  const [clock, setClock] = useState('');
  const [wrong, setWrong] = useState<'missing' | 'ahead' | 'tooOld'>();

  function choose(event: Event): void {
    event.preventDefault();
    const chosen = lateTime(day, clock, serverNowMs());
    if (chosen.kind === 'ok') {
      onChosen(chosen.calledAt);
      return;
    }
    setWrong(chosen.kind);
    document.getElementById(chosen.kind === 'tooOld' ? 'field-late-day' : 'field-late-time')?.focus();
  }

  return (
    <Dialog open title={words.title} onClose={onClose}>
      <form class="form" onSubmit={choose} noValidate>
        <p class="quiet">{words.hint}</p>
        <div class="pair">
          <Field label={words.day} name="late-day" error={wrong === 'tooOld' ? words.tooOld : undefined}>
            {(props) => (
              <input
                {...props}
                type="date"
                min={isoDay(nowMs - LATEST_HOURS * 3_600_000)}
                max={isoDay(nowMs)}
                value={day}
                onInput={(event) => setDay(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field
            label={words.time}
            name="late-time"
            error={wrong === 'missing' || wrong === 'ahead' ? words[wrong] : undefined}
          >
            {(props) => (
              <input
                {...props}
                ref={firstFocus}
                type="time"
                value={clock}
                onInput={(event) => setClock(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <div class="actions">
          <Button kind="primary" type="submit">
            {words.choose}
          </Button>
          <Button onPress={onClose}>{t.parts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
