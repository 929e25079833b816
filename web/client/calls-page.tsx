// Calls that became no message, counted: by day and by number, with their sums. Nothing about who called is kept.
import { useMemo, useState } from 'preact/hooks';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Client } from '#web/api/types.ts';
import { outcomes, type SumRow, sumOf, sumsBy } from '#web/client/call-sums.ts';
import { dateWords } from '#web/client/day-words.ts';
import { Empty } from '#web/parts/empty.tsx';
import { addDays, addMonths, lastDayOf } from '#web/parts/month-days.ts';
import { isoDay, monthWords } from '#web/words/dates.ts';
import { phoneWords } from '#web/words/phones.ts';
import { language, t } from '#web/words/words.ts';

const MONTHS = 25;

export function Calls({ clientId, numbers }: { clientId: string; numbers: Client['numbers'] }) {
  const today = isoDay(serverNowMs());
  const [period, setPeriod] = useState('last');
  const [from, until] = period === 'last' ? [addDays(today, -29), today] : [`${period}-01`, lastDayOf(period)];
  const calls = useMemo(
    () =>
      cached(`calls:${clientId}:${from}:${until}`, () =>
        ask(api.GET('/v1/clients/{clientId}/calls', { params: { path: { clientId }, query: { from, until } } })),
      ),
    [clientId, from, until],
  );
  const months = Array.from({ length: MONTHS }, (_, n) => addMonths(today.slice(0, 7), -n));
  const lineWords = (line: string | null) => {
    const number = numbers.find((one) => one.line === line)?.number;
    return number === undefined ? t.client.otherNumber : phoneWords(number);
  };
  return (
    <>
      <p class="measure">{t.client.callsHint}</p>
      <div class="field line-choice">
        <label for="calls-period">{t.client.period}</label>
        <select id="calls-period" value={period} onChange={(event) => setPeriod(event.currentTarget.value)}>
          <option value="last">{t.client.last30}</option>
          {months.map((month) => (
            <option key={month} value={month}>
              {monthWords(`${month}-15T12:00:00Z`, language())}
            </option>
          ))}
        </select>
      </div>
      <Loaded of={calls}>
        {({ days }) =>
          days.length === 0 ? (
            <Empty title={t.client.noCalls} />
          ) : (
            <>
              {numbers.length > 1 && (
                <Sums title={t.client.byNumber} rows={sumsBy(days, ({ line }) => line)} nameOf={lineWords} />
              )}
              <Sums
                title={t.client.byDay}
                rows={sumsBy(days, ({ date }) => date).sort((a, b) => ((a.of ?? '') < (b.of ?? '') ? 1 : -1))}
                nameOf={(date) => dateWords(date ?? '')}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}

interface SumsProps {
  title: string;
  rows: readonly SumRow[];
  nameOf: (of: string | null) => string;
}

function Sums({ title, rows, nameOf }: SumsProps) {
  const all = sumOf(rows.map(({ counts }) => counts));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="table-box" tabIndex={0} aria-label={title}>
      <table class="sums">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col">
                {t.client.outcomes[outcome]}
              </th>
            ))}
            <th scope="col">{t.client.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ of, counts, total }) => (
            <tr key={of}>
              <th scope="row">{nameOf(of)}</th>
              {outcomes.map((outcome) => (
                <td key={outcome}>{counts[outcome]}</td>
              ))}
              <td>{total}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.client.total}</th>
            {outcomes.map((outcome) => (
              <td key={outcome}>{all.counts[outcome]}</td>
            ))}
            <td>{all.total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
