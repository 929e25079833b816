// A month as a grid: one place in the tab order, arrows go by day and week, Home and End within the week, Page Up and Down by month.
import { useEffect, useId, useRef } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { addMonths, dayAfterKey, sameDayIn, weeksOf } from '#web/parts/month-days.ts';
import { monthWords, weekdays } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export interface DayShown {
  /** By a mark and words, never by colour alone. */
  kind: 'closed' | 'other' | 'usual';
  text: string;
  /** What the day is called. */
  name: string | null;
  /** All of it, for whoever hears it. */
  label: string;
}

const marks = { closed: '●', other: '◐', usual: '' } as const;

interface Props {
  /** The day that has the focus, or would get it; its month is the one that is shown. */
  day: string;
  onDay: (date: string) => void;
  today: string;
  days: ReadonlyMap<string, DayShown>;
  onPick: (date: string) => void;
}

const wordsOf = (month: string): string => monthWords(`${month}-15T12:00:00Z`, language());

export function MonthHead({ day, onDay, id }: { day: string; onDay: (date: string) => void; id: string }) {
  const month = day.slice(0, 7);
  const turn = (by: number) => {
    onDay(sameDayIn(addMonths(month, by), day));
    announce(wordsOf(addMonths(month, by)));
  };
  return (
    <div class="month-head">
      <h3 id={id}>{wordsOf(month)}</h3>
      <button type="button" class="button quiet" aria-label={t.parts.previousMonth} onClick={() => turn(-1)}>
        ‹
      </button>
      <button type="button" class="button quiet" aria-label={t.parts.nextMonth} onClick={() => turn(1)}>
        ›
      </button>
    </div>
  );
}

export function Month({ day, onDay, today, days, onPick }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const id = useId();
  const month = day.slice(0, 7);

  useEffect(() => {
    if (byKey.current) table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKey.current = false;
  }, [day]);

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dayAfterKey(event.key, day);
    if (next === undefined) return;
    event.preventDefault();
    byKey.current = true;
    onDay(next);
  }

  return (
    <div class="month">
      <MonthHead day={day} onDay={onDay} id={id} />
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a grid of days is a table */}
      <table role="grid" aria-labelledby={id} ref={table} onKeyDown={onKey}>
        <thead>
          <tr>
            {weekdays(language(), 'short').map((name, n) => (
              <th key={name} scope="col" abbr={weekdays(language(), 'long')[n]}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => {
                const shown = days.get(date);
                return (
                  <td key={date} class={date.startsWith(month) ? undefined : 'beside'}>
                    <button
                      type="button"
                      class={`day day-${shown?.kind ?? 'usual'}`}
                      tabIndex={date === day ? 0 : -1}
                      aria-current={date === today ? 'date' : undefined}
                      onClick={() => onPick(date)}
                    >
                      <span class="unseen">{shown?.label ?? date}</span>
                      <time dateTime={date} aria-hidden="true">
                        {Number(date.slice(8))}
                      </time>
                      {shown?.name && date.startsWith(month) && (
                        <span class="day-name" aria-hidden="true">
                          {shown.name}
                        </span>
                      )}
                      {shown && date.startsWith(month) && (
                        <span class="day-text" aria-hidden="true">
                          {marks[shown.kind] && `${marks[shown.kind]}\u00a0`}
                          {shown.text}
                        </span>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
