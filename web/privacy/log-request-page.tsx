// A caller asks about their own data: the operator says for which company, and writes down what is said. Others go on.
import { useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Page } from '#web/parts/page.tsx';
import { type Chosen, ClientPicker, type Home } from '#web/privacy/client-picker.tsx';
import { Choice, Form, Kept, Text } from '#web/privacy/form.tsx';
import { PersonPicker } from '#web/privacy/person-picker.tsx';
import { kinds, type RequestKind } from '#web/privacy/requests.ts';
import { useKey, useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

interface Filled {
  readonly home: Home | null;
  /** In the company's own register, where it is one of its people. */
  readonly person?: Chosen | null;
  readonly kind: RequestKind;
  readonly text: string;
}

const empty: Filled = { home: null, kind: 'access', text: '' };

export function LogRequestPage() {
  const words = t.privacy.requests;
  const draft = useDraft<Filled>('log-request', empty);
  const sending = useSending(['home', '/text']);
  const keyFor = useKey();
  const [done, setDone] = useState(false);
  const { home, person = null, kind, text } = draft.value.value;
  const set = (part: Partial<Filled>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };

  async function send(): Promise<void> {
    const wrong = {
      ...(!home && { home: words.form.homeNeeded }),
      ...(text.trim() === '' && { '/text': words.log.textNeeded }),
    };
    if (sending.refuse(wrong) || !home) return;
    const who = person && { names: [], phones: [], emails: [], staffId: person.staffId };
    const body = { kind, by: 'telephone' as const, text: text.trim(), ...(who && { who }) };
    const { clientId } = home;
    const params = { path: { clientId }, header: { 'Idempotency-Key': keyFor({ clientId, body }) } };
    await sending.send(
      () => ask(api.POST('/v1/clients/{clientId}/subject-requests', { params, body })),
      () => {
        draft.clear();
        setDone(true);
        announce(words.log.done);
      },
    );
  }

  if (done)
    return (
      <Page title={words.log.title}>
        <Banner kind="info">
          <p>{words.log.done}</p>
        </Banner>
        <div class="actions">
          <a class="button primary" href="/desk">
            {t.frame.desk}
          </a>
          <Button onPress={() => setDone(false)}>{words.log.another}</Button>
        </div>
      </Page>
    );
  return (
    <Page title={words.log.title}>
      <p class="quiet measure">{words.log.intro}</p>
      <Form sending={sending} submit={words.log.send} onSubmit={() => void send()}>
        <Kept of={draft} />
        <ClientPicker home={home} error={sending.wrong.home} onPick={(picked) => set({ home: picked, person: null })} />
        {home && (
          <PersonPicker
            key={home.clientId}
            clientId={home.clientId}
            person={person}
            onPick={(picked) => set({ person: picked })}
          />
        )}
        <Choice
          at="/kind"
          label={words.form.kind}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: `${words.kinds[one]}: ${words.kindHints[one]}` }))}
          onChange={(one) => set({ kind: one })}
        />
        <Text
          sending={sending}
          at="/text"
          label={words.log.text}
          hint={words.log.textHint}
          value={text}
          onChange={(value) => set({ text: value })}
          lines={4}
          most={4_000}
        />
        <div>
          <p class="label">{words.log.say}</p>
          <p class="read say-aloud">{words.log.saying}</p>
        </div>
      </Form>
    </Page>
  );
}
