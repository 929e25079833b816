// What operators see of this client, to look at: the same cards, made for them by the service, with nothing to press.
import { useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Reply } from '#web/api/types.ts';
import { type PersonHit, usePeople } from '#web/client/find-people.ts';
import { ClientPanel } from '#web/desk/client-panel.tsx';
import { PersonCard } from '#web/desk/person-card.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { Page } from '#web/parts/page.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function MyDesk() {
  const { client = '' } = useRoute().params;
  const [line, setLine] = useState<string>();
  const desk = useMemo(
    () =>
      cached(`my-desk:${client}:${line ?? ''}`, () =>
        ask(
          api.GET('/v1/clients/{clientId}/desk', {
            params: { path: { clientId: client }, query: { view: 'operator', ...(line !== undefined && { line }) } },
          }),
        ),
      ),
    [client, line],
  );
  return (
    <Page title={t.frame.deskView}>
      <p class="measure quiet">{t.client.myDeskHint}</p>
      <Loaded of={desk}>
        {(shown) => (
          <>
            <Lines desk={shown} line={line} onLine={setLine} />
            <div class="my-desk">
              <section class="stack">
                <h2>{t.client.whenCalled}</h2>
                <ClientPanel desk={shown} nowMs={serverNowMs()} />
              </section>
              <Person clientId={client} lang={shown.language} />
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface LinesProps {
  desk: Reply<'readDesk'>;
  line: string | undefined;
  onLine: (line: string) => void;
}

function Lines({ desk, line, onLine }: LinesProps) {
  if (desk.lines.length < 2) return null;
  const called = line ?? desk.line ?? desk.lines[0]?.line;
  return (
    <div class="field line-choice">
      <label for="line-choice">{t.client.asCalled}</label>
      <select id="line-choice" value={called} onChange={(event) => onLine(event.currentTarget.value)}>
        {desk.lines.map((one) => (
          <option key={one.line} value={one.line} selected={one.line === called}>
            {phoneWords(one.number)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Person({ clientId, lang }: { clientId: string; lang: 'sv' | 'en' }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PersonHit>();
  const { hits, busy, failure } = usePeople(clientId, text, true);
  return (
    <section class="stack">
      <h2>{t.client.whenAskedFor}</h2>
      <Combobox
        label={t.client.searchAsOperator}
        value={text}
        onInput={setText}
        options={hits}
        keyOf={({ staffId }) => staffId}
        onPick={(person) => {
          setChosen(person);
          setText('');
        }}
        render={({ name, title }) => (
          <>
            <strong>{name}</strong> {title && <span class="meta">{title}</span>}
          </>
        )}
        busy={busy}
        empty={failure && refusalWords(failure)}
      />
      {chosen && <PersonCard person={chosen} lang={lang} nowMs={serverNowMs()} />}
    </section>
  );
}
