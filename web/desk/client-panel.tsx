// A client as whoever answers its calls sees it: what to say first, in large type, then what to know. Props in, callbacks out.
import type { ComponentChildren } from 'preact';
import { Alternatives } from '#web/desk/alternatives.tsx';
import type { Alternative, DeskView } from '#web/desk/desk-types.ts';
import { momentWords, openWords, whyWords } from '#web/desk/desk-words.ts';
import { TodaysMessages } from '#web/desk/todays-messages.tsx';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export interface ClientPanelProps {
  desk: DeskView;
  /** By the service's clock. */
  nowMs: number;
  /** Shown when the service could not be asked: when this was read. */
  fetchedAtMs?: number | undefined;
  /** The names of people who were seen on this desk, by id. */
  names?: ReadonlyMap<string, string> | undefined;
  /** Without them nothing can be chosen. */
  onAlternative?: ((person: Alternative) => void) | undefined;
  onInbox?: (() => void) | undefined;
}

export function ClientPanel({ desk, nowMs, fetchedAtMs, names, onAlternative, onInbox }: ClientPanelProps) {
  const words = t.desk;
  return (
    <article class="client-panel desk-stack">
      <header>
        <div class="panel-head">
          <h2>{desk.name}</h2>
          <span class={`presence ${desk.open.isOpen ? 'in' : 'away'}`}>{openWords(desk.open, nowMs)}</span>
        </div>
        {desk.status !== 'active' && <p class="desk-warn">{words.notActive}</p>}
        {fetchedAtMs !== undefined && (
          <p class="desk-warn">
            {words.fetchedAt(clockWords(fetchedAtMs, language()), words.age(nowMs - fetchedAtMs))}
          </p>
        )}
        <p class="greeting" lang={desk.language}>
          {desk.answerPhrase}
        </p>
      </header>
      <Known desk={desk} nowMs={nowMs} />
      <details class="panel-more" open={!narrow()}>
        <summary>{words.moreOfClient}</summary>
        <div class="desk-stack">
          {desk.instructions.length > 0 && (
            <Part title={words.instructions}>
              <ul class="marked" lang={desk.language}>
                {desk.instructions.map(({ text, why }) => (
                  <li key={text} title={whyWords(why, null, nowMs)}>
                    {text}
                  </li>
                ))}
              </ul>
            </Part>
          )}
          <Alternatives title={words.alternatives} people={desk.alternatives} nowMs={nowMs} onPick={onAlternative} />
          {onInbox && (
            <button type="button" class="other" onClick={onInbox}>
              <b>{words.generalInbox}</b>
              <span class="quiet">{words.generalInboxHint}</span>
            </button>
          )}
          <Part title={words.forNobody}>
            <p lang={desk.language}>{desk.answer.words}</p>
          </Part>
          <TodaysMessages messages={desk.messages} names={names} />
          <Part title={words.closing}>
            <p class="quiet" lang={desk.language}>
              {desk.callerNotice.words}
            </p>
          </Part>
        </div>
      </details>
    </article>
  );
}

const narrow = (): boolean => matchMedia('(max-width: 39.99rem)').matches;

/** What must not be missed while the caller speaks. */
function Known({ desk, nowMs }: { desk: DeskView; nowMs: number }) {
  return (
    <>
      {desk.askFor.length > 0 && (
        <div class="ask-for">
          <h3 class="eyebrow">{t.desk.askFor}</h3>
          <ul class="desk-chips" lang={desk.language}>
            {desk.askFor.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
        </div>
      )}
      {desk.notices.map(({ text, until }) => (
        <p class="notice" key={text}>
          {text} <span class="meta">{t.desk.holdsUntil(momentWords(until, nowMs))}</span>
        </p>
      ))}
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h3 class="eyebrow">{title}</h3>
      {children}
    </section>
  );
}
