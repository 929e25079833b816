// The spans of a day, and the week of them: typed as people write times, copied from one day to others.
import { useId, useRef, useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { nextSpan, type Span, wrongSpan } from '#web/parts/clock-times.ts';
import { fieldId } from '#web/parts/field.tsx';
import { useFocusNext } from '#web/parts/focus-next.ts';
import { type DayName, dayNames } from '#web/parts/month-days.ts';
import { TimeField } from '#web/parts/time-field.tsx';
import { weekdays } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const SPANS_A_DAY = 4;

export type WeekOfSpans = Record<DayName, Span[]>;
type ErrorAt = (pointer: string) => string | undefined;

interface SpansProps {
  /** What these are the times of: "måndag". */
  label: string;
  /** JSON pointer of the list. */
  at: string;
  spans: readonly Span[];
  onChange: (spans: Span[]) => void;
  errorAt: ErrorAt;
}

export function SpansEditor({ label, at, spans, onChange, errorAt }: SpansProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  const [isInside, setInside] = useState(false);
  const wrong = isInside ? undefined : wrongSpan(spans);
  const said = wrong && { time: t.parts.notATime, order: t.parts.spanOrder, overlap: t.parts.spanOverlap }[wrong.why];
  const refused = spans.flatMap((_, place) => [
    errorAt(`${at}/${place}/from`),
    errorAt(`${at}/${place}/until`),
    errorAt(`${at}/${place}`),
  ]);
  const error = said ?? errorAt(at) ?? refused.find((one) => one !== undefined);
  const errorId = `${fieldId(at)}-error`;
  const focusOn = useFocusNext(box);
  return (
    <fieldset
      class={error ? 'spans field wrong' : 'spans'}
      ref={box}
      aria-label={label}
      id={fieldId(at)}
      tabIndex={-1}
      onFocusIn={() => setInside(true)}
      onFocusOut={(event) => setInside(event.currentTarget.contains(event.relatedTarget as Node | null))}
    >
      {spans.length === 0 && <p class="no-hours">{t.parts.closedDay}</p>}
      {spans.map((span, place) => (
        <span class="span" key={place}>
          {(['from', 'until'] as const).map((end) => (
            <TimeField
              key={end}
              id={fieldId(`${at}/${place}/${end}`)}
              label={`${label} ${t.parts[end].toLowerCase()}`}
              value={span[end]}
              describedBy={error && errorId}
              wrong={wrong?.place === place || errorAt(`${at}/${place}/${end}`) !== undefined}
              onChange={(value) => onChange(spans.with(place, { ...span, [end]: value }))}
            />
          ))}
          <Button
            kind="quiet"
            label={t.parts.removeSpan(`${label} ${span.from}–${span.until}`)}
            onPress={() => {
              onChange(spans.toSpliced(place, 1));
              focusOn('.add');
            }}
          >
            ✕
          </Button>
        </span>
      ))}
      {spans.length < SPANS_A_DAY && (
        <button
          type="button"
          class="button quiet add"
          aria-label={`${t.parts.oneMoreSpan}, ${label}`}
          onClick={() => {
            onChange([...spans, nextSpan(spans)]);
            focusOn(`[id="${fieldId(`${at}/${spans.length}/from`)}"]`);
          }}
        >
          {t.parts.oneMoreSpan}
        </button>
      )}
      {error && (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

interface WeekProps {
  at: string;
  week: WeekOfSpans;
  onChange: (week: WeekOfSpans) => void;
  errorAt: ErrorAt;
}

export function WeekEditor({ at, week, onChange, errorAt }: WeekProps) {
  const [copying, setCopying] = useState<DayName>();
  const names = weekdays(language(), 'long');
  return (
    <ul class="week">
      {dayNames.map((day, n) => (
        <li key={day}>
          <span class="weekday">{names[n]}</span>
          <SpansEditor
            label={names[n] ?? day}
            at={`${at}/${day}`}
            spans={week[day]}
            onChange={(spans) => onChange({ ...week, [day]: spans })}
            errorAt={errorAt}
          />
          <Button
            kind="quiet"
            expanded={copying === day}
            label={`${t.parts.copyDay}, ${names[n]}`}
            onPress={() => setCopying(copying === day ? undefined : day)}
          >
            {t.parts.copyDay}
          </Button>
          {copying === day && (
            <CopyTo
              from={day}
              onCopy={(days) => {
                onChange({ ...week, ...Object.fromEntries(days.map((to) => [to, week[day]])) });
                setCopying(undefined);
                announce(t.parts.copied(days.length));
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function CopyTo({ from, onCopy }: { from: DayName; onCopy: (days: DayName[]) => void }) {
  const [days, setDays] = useState<readonly DayName[]>(() => dayNames.slice(0, 5).filter((day) => day !== from));
  const id = useId();
  const short = weekdays(language(), 'short');
  return (
    <fieldset class="copy-to">
      <legend class="meta">{t.parts.copyTo}</legend>
      {dayNames.map(
        (day, n) =>
          day !== from && (
            <span class="check" key={day}>
              <input
                type="checkbox"
                id={`${id}-${day}`}
                checked={days.includes(day)}
                onChange={() => setDays(days.includes(day) ? days.filter((one) => one !== day) : [...days, day])}
              />
              <label for={`${id}-${day}`}>{short[n]}</label>
            </span>
          ),
      )}
      <Button disabled={days.length === 0} onPress={() => onCopy([...days])}>
        {t.parts.copyDay}
      </Button>
    </fieldset>
  );
}
