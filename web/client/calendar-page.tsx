// The calendar under the week: each day as the service would keep it by the hours that stand above, saved or not.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { type Day, dateWords, dayShown, differs, hoursWords, nameOfDay } from '#web/client/day-words.ts';
import type { Hours } from '#web/client/hours-model.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Month, MonthHead } from '#web/parts/month.tsx';
import { weeksOf } from '#web/parts/month-days.ts';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { isoDay } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const PAUSE_MS = 250;

interface Known {
  days: readonly Day[];
  /** The hours that these days were made by. */
  hours: Hours | null;
}

/** Asked anew a moment after each change; what was known stays until then. */
function useDays(clientId: string, month: string, hours: Hours | null) {
  const [known, setKnown] = useState<Known>();
  const [failure, setFailure] = useState<Failure>();
  const [tries, setTries] = useState(0);
  const asked = JSON.stringify(hours);
  useEffect(() => {
    const weeks = weeksOf(month);
    const from = weeks[0]?.[0] ?? `${month}-01`;
    const until = weeks.at(-1)?.[6] ?? from;
    const stop = new AbortController();
    const timer = setTimeout(
      async () => {
        const came = await ask(
          api.POST('/v1/clients/{clientId}/answering/days', {
            params: { path: { clientId } },
            body: { from, until, hours },
            signal: stop.signal,
          }),
        );
        if (stop.signal.aborted) return;
        setFailure(came.kind === 'ok' ? undefined : came);
        if (came.kind === 'ok') setKnown({ days: came.value.days, hours });
      },
      known ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clientId, month, asked, tries]);
  return { known, failure, again: () => setTries(tries + 1) };
}

interface Props {
  clientId: string;
  hours: Hours | null;
  onPick: (day: Day) => void;
}

export function Calendar({ clientId, hours, onPick }: Props) {
  const today = isoDay(serverNowMs());
  const [day, setDay] = useState(today);
  const month = day.slice(0, 7);
  const { known, failure, again } = useDays(clientId, month, hours);
  const pick = (date: string) => {
    setDay(date);
    const picked = known?.days.find((one) => one.date === date);
    if (picked) onPick(picked);
  };
  const shown = new Map(known?.days.map((one) => [one.date, dayShown(one, known.hours)]));
  const others = known?.days.filter((one) => one.date.startsWith(month) && differs(one, known.hours)) ?? [];
  return (
    <section class="calendar">
      <h2>{t.client.calendar}</h2>
      <p class="meta">{t.client.calendarHint}</p>
      {failure && (
        <Banner kind="warn">
          <p>{failure.kind === 'problem' ? t.client.calendarWaits : refusalWords(failure)}</p>
          {failure.kind !== 'problem' && <Button onPress={again}>{t.parts.tryAgain}</Button>}
        </Banner>
      )}
      {!known && !failure && <Skeleton lines={5} />}
      {known && (
        <>
          <div class="wide-only">
            <Month day={day} onDay={setDay} today={today} days={shown} onPick={pick} />
            <p class="meta legend">
              <span>● {t.client.closedThen}</span> <span>◐ {t.client.otherThen}</span>
            </p>
          </div>
          <div class="narrow-only">
            <MonthHead day={day} onDay={setDay} id="days-that-differ" />
            {others.length === 0 && <p class="quiet">{t.client.noneDiffers}</p>}
            <ul class="list" aria-labelledby="days-that-differ">
              {others.map((one) => (
                <li key={one.date}>
                  <button type="button" class="row" onClick={() => pick(one.date)}>
                    <strong>{dateWords(one.date)}</strong>
                    <span>
                      {[nameOfDay(one), hoursWords(one), t.client.because[one.why.source]].filter(Boolean).join(' · ')}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <OtherDay from={day} onPick={pick} month={month} />
          </div>
        </>
      )}
    </section>
  );
}

/** Of a day that does not differ yet: chosen by its date. */
function OtherDay({ from, month, onPick }: { from: string; month: string; onPick: (date: string) => void }) {
  const [date, setDate] = useState(from);
  useEffect(() => setDate(from), [month]);
  const last = weeksOf(month).at(-1)?.[6];
  return (
    <div class="field other-day">
      <label for="other-day">{t.client.otherDay}</label>
      <input
        id="other-day"
        type="date"
        value={date}
        min={`${month}-01`}
        max={last}
        onInput={(event) => setDate(event.currentTarget.value)}
      />
      <Button onPress={() => onPick(date)}>{t.client.ownTimeThen}</Button>
    </div>
  );
}
