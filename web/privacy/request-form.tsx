// A new request: of whom, what is asked for, when it came in, and by whom. What is written stays until it has been taken.
import { useLocation } from 'preact-iso';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Radios } from '#web/parts/check.tsx';
import { toast } from '#web/parts/toast.tsx';
import { ClientPicker, type Home } from '#web/privacy/client-picker.tsx';
import { Choice, Form, Kept, Text } from '#web/privacy/form.tsx';
import { type Asking, askingBody, askingPointers, emptyAsking } from '#web/privacy/request-asking.ts';
import { RequestFields } from '#web/privacy/request-fields.tsx';
import { kinds, type RequestInput, type RequestKind, SERVICE } from '#web/privacy/requests.ts';
import { useKey, useSending, type Wrong } from '#web/privacy/sending.ts';
import { session } from '#web/session/session.ts';
import { isoDay } from '#web/words/dates.ts';
import { t } from '#web/words/words.ts';

type Channel = NonNullable<RequestInput['by']>;
const channels: readonly Channel[] = ['telephone', 'email', 'letter', 'portal', 'client'];

interface Filled {
  readonly home: Home | null;
  readonly kind: RequestKind;
  readonly by: Channel;
  /** '' for today. */
  readonly receivedOn: string;
  readonly language: 'sv' | 'en';
  readonly asking: Asking;
}

const empty: Filled = {
  home: null,
  kind: 'access',
  by: 'email',
  receivedOn: '',
  language: 'sv',
  asking: emptyAsking,
};

/** Of an earlier day the middle: the time runs from the day, not from the hour. */
const receivedAtOf = (day: string, today: string): string | undefined =>
  day === '' || day === today ? undefined : `${day}T11:00:00Z`;

interface Props {
  /** null: to be chosen. */
  home: Home | null;
  hrefOf: (clientId: string, requestId: string) => string;
}

export function RequestForm({ home, hrefOf }: Props) {
  const words = t.privacy.requests;
  const { route } = useLocation();
  const draft = useDraft<Filled>(`request:${home?.clientId ?? 'any'}`, empty);
  const sending = useSending(['home', '/receivedAt', ...askingPointers]);
  const keyFor = useKey();
  const filled = draft.value.value;
  const of = home ?? filled.home;
  const set = (part: Partial<Filled>) => {
    draft.value.value = { ...draft.value.peek(), ...part };
  };
  const today = isoDay(serverNowMs());

  async function create(): Promise<void> {
    const { asking, kind, by, receivedOn, language } = filled;
    const isNobody = [asking.names, asking.phones, asking.emails].every((lines) => lines.trim() === '');
    const wrong: Wrong = {
      ...(!of && { home: words.form.homeNeeded }),
      ...(receivedOn > today && { '/receivedAt': words.form.badDay }),
      ...(isNobody && asking.text.trim() === '' && { '/text': words.form.someone }),
    };
    if (sending.refuse(wrong) || !of) return;
    const receivedAt = receivedAtOf(receivedOn, today);
    const body = { kind, by, language, ...askingBody(asking, null), ...(receivedAt && { receivedAt }) };
    const { clientId } = of;
    const params = { path: { clientId }, header: { 'Idempotency-Key': keyFor({ clientId, body }) } };
    await sending.send(
      () => ask(api.POST('/v1/clients/{clientId}/subject-requests', { params, body })),
      ({ id }) => {
        draft.clear();
        toast(words.form.created);
        route(session.value.me?.role === 'supervisor' ? '/' : hrefOf(clientId, id));
      },
    );
  }

  return (
    <Form sending={sending} submit={words.form.create} onSubmit={() => void create()}>
      <Kept of={draft} />
      {!home && (
        <ClientPicker
          home={filled.home}
          error={sending.wrong.home}
          own={{ id: SERVICE, label: words.form.ownHome, hint: words.form.ownHint }}
          onPick={(picked) => set({ home: picked })}
        />
      )}
      <Radios
        legend={words.form.kind}
        value={filled.kind}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind], hint: words.kindHints[kind] }))}
        onChange={(kind) => set({ kind })}
      />
      <div class="pair">
        <Choice
          at="/by"
          label={words.form.by}
          value={filled.by}
          options={channels.map((by) => ({ value: by, label: words.channels[by] }))}
          onChange={(by) => set({ by })}
        />
        <Choice
          at="/language"
          label={words.form.language}
          value={filled.language}
          options={[
            { value: 'sv', label: words.form.sv },
            { value: 'en', label: words.form.en },
          ]}
          onChange={(language) => set({ language })}
        />
      </div>
      <Text
        sending={sending}
        at="/receivedAt"
        type="date"
        label={words.form.receivedOn}
        hint={words.form.receivedHint}
        value={filled.receivedOn || today}
        onChange={(receivedOn) => set({ receivedOn })}
      />
      <RequestFields
        sending={sending}
        asking={filled.asking}
        change={(part) => set({ asking: { ...draft.value.peek().asking, ...part } })}
      />
    </Form>
  );
}
