// An empty form to print, one sheet of A4: for the day when computer or network are away.
import { useEffect, useState } from 'preact/hooks';
import type { KeptView } from '#web/desk/desk-types.ts';
import { keptDesks } from '#web/kept/desks.ts';
import { ownStore } from '#web/kept/own-store.ts';
import { Button } from '#web/parts/button.tsx';
import { Field } from '#web/parts/field.tsx';
import { Page } from '#web/parts/page.tsx';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

/** What stands on paper of a desk that was opened: name and phrase are no personal data. */
interface KeptName {
  readonly clientId: string;
  readonly name: string;
  readonly answerPhrase: string;
  readonly fetchedAtMs: number;
}

/** A row of another build of the portal may look otherwise: it is left out. */
async function keptNames(): Promise<KeptName[]> {
  const rows = await keptDesks.all<Partial<KeptView>>();
  return rows.flatMap(({ clientId, fetchedAtMs, view }) =>
    view?.desk ? [{ clientId, name: view.desk.name, answerPhrase: view.desk.answerPhrase, fetchedAtMs }] : [],
  );
}

export function BlankForm() {
  const words = t.callAfter.form;
  const [clients, setClients] = useState<readonly KeptName[]>([]);
  const [chosen, setChosen] = useState('');
  const store = ownStore.value;
  useEffect(() => {
    void keptNames().then(setClients);
  }, [store]);
  const client = clients.find(({ clientId }) => clientId === chosen);
  return (
    <Page
      title={words.title}
      actions={
        <Button kind="primary" onPress={() => print()}>
          {words.print}
        </Button>
      }
    >
      <p class="quiet no-print">{words.hint}</p>
      {clients.length > 0 && (
        <div class="no-print">
          <Field label={words.client} name="form-client" hint={words.clientHint}>
            {(props) => (
              <select {...props} value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
                <option value="">{words.noClient}</option>
                {clients.map(({ clientId, name }) => (
                  <option key={clientId} value={clientId}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      <Sheet client={client} />
    </Page>
  );
}

function Sheet({ client }: { client: KeptName | undefined }) {
  const words = t.callAfter.form;
  const ended = t.callAfter.ended;
  return (
    <section class="sheet" aria-label={words.message}>
      <h2>{words.message}</h2>
      {client && (
        <p class="meta">
          «{client.answerPhrase}» {words.kept(clockWords(client.fetchedAtMs, language()))}
        </p>
      )}
      <dl class="blanks">
        <Blank name={words.client} text={client?.name} />
        <Blank name={words.called} />
        <Blank name={words.to} />
        <Blank name={words.takenBy} />
        <Blank name={words.name} />
        <Blank name={words.company} />
        <Blank name={words.phone} wide />
        <Blank name={words.matter} wide tall />
      </dl>
      <Boxes labels={[words.urgent, words.callBack, words.sensitive]} />
      <h2>{words.ended}</h2>
      <Boxes labels={[ended.connected, ended.wrongNumber, ended.salesCall, ended.hungUp]} />
      <Boxes labels={[words.entered]} />
      <p class="meta">{words.foot}</p>
    </section>
  );
}

function Blank({ name, text, wide, tall }: { name: string; text?: string | undefined; wide?: true; tall?: true }) {
  return (
    <div class={['blank', wide && 'wide', tall && 'tall'].filter(Boolean).join(' ')}>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function Boxes({ labels }: { labels: readonly string[] }) {
  return (
    <ul class="boxes">
      {labels.map((label) => (
        <li key={label}>
          <span class="box" aria-hidden="true" /> {label}
        </li>
      ))}
    </ul>
  );
}
