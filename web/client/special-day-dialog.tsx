// A day with its own times: chosen in the calendar, said here.
import { useState } from 'preact/hooks';
import { type Day, dateWords, hoursWords, nameOfDay } from '#web/client/day-words.ts';
import type { SpecialDay } from '#web/client/hours-model.ts';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { type Span, wrongSpan } from '#web/parts/clock-times.ts';
import { Dialog } from '#web/parts/dialog.tsx';
import { Field } from '#web/parts/field.tsx';
import { SpansEditor } from '#web/parts/hours-editor.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  day: Day;
  special: SpecialDay | undefined;
  /** Other changes wait to be saved: this one goes with them. */
  withOthers: boolean;
  onSet: (day: SpecialDay) => void;
  onRemove: () => void;
  onClose: () => void;
}

export function SpecialDayDialog({ day, special, withOthers, onSet, onRemove, onClose }: Props) {
  const [name, setName] = useState(special?.name ?? nameOfDay(day) ?? '');
  const [spans, setSpans] = useState<readonly Span[]>(special?.spans ?? day.spans);
  const [error, setError] = useState(false);
  const isClosed = spans.length === 0;
  const why = [nameOfDay(day), hoursWords(day), t.client.because[day.why.source]].filter(Boolean).join(' · ');

  function set(): void {
    if (name.trim() === '') setError(true);
    else if (!wrongSpan(spans)) onSet({ date: day.date, name: name.trim(), spans: [...spans] });
  }

  return (
    <Dialog open title={dateWords(day.date)} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          set();
        }}
      >
        <p>{t.client.nowThatDay(why)}</p>
        <Radios
          legend={t.client.ownTime}
          value={isClosed ? 'closed' : 'open'}
          options={[
            { value: 'closed', label: t.client.closedAllDay },
            { value: 'open', label: t.client.openTimes },
          ]}
          onChange={(value) => setSpans(value === 'closed' ? [] : [{ from: '08:00', until: '12:00' }])}
        />
        {!isClosed && (
          <SpansEditor
            label={t.client.ownTime}
            at="/special/spans"
            spans={spans}
            onChange={setSpans}
            errorAt={() => undefined}
          />
        )}
        <Field
          label={t.client.nameOfDay}
          name="special-name"
          hint={t.client.nameOfDayHint}
          error={error && name.trim() === '' ? t.client.nameNeeded : undefined}
        >
          {(props) => (
            <input {...props} value={name} autocomplete="off" onInput={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
        <div class="actions">
          <Button type="submit" kind="primary">
            {withOthers ? t.client.putIn : t.parts.save}
          </Button>
          {special && <Button onPress={onRemove}>{t.client.removeDay}</Button>}
        </div>
        {withOthers && <p class="meta">{t.client.goesWithOthers}</p>}
      </form>
    </Dialog>
  );
}
