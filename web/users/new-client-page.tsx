// A client is set up: the little that is needed to answer its calls. The rest stands on its own pages.
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { api, newKey } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { ErrorSummary, type FieldError } from '#web/parts/error-summary.tsx';
import { Field, fieldId } from '#web/parts/field.tsx';
import { Page } from '#web/parts/page.tsx';
import { toast } from '#web/parts/toast.tsx';
import { When } from '#web/parts/when.tsx';
import { type Sent, sentAs } from '#web/users/member.ts';
import { type ClientFaults, clientBody, clientFaults, emptyClient, type NewClient } from '#web/users/new-client.ts';
import { t } from '#web/words/words.ts';

interface ClientDraft {
  readonly filled: NewClient;
  readonly sent: Sent | null;
}

const emptyDraft: ClientDraft = { filled: emptyClient, sent: null };
const none: ClientFaults = { fields: {} };

export function NewClientPage() {
  const words = t.users.clients;
  const { route } = useLocation();
  const draft = useDraft<ClientDraft>('new-client', emptyDraft);
  const { filled, sent: before } = draft.value.value;
  const [faults, setFaults] = useState(none);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [busy, setBusy] = useState(false);

  const change = (edit: Partial<NewClient>) => {
    draft.value.value = { ...draft.value.value, filled: { ...filled, ...edit } };
  };
  const tell = (next: ClientFaults) => {
    setFaults(next);
    setErrors(Object.entries(next.fields).map(([name, text]) => ({ id: fieldId(name), text })));
    if (next.whole !== undefined) announce(next.whole, 'urgent');
  };

  async function submit(): Promise<void> {
    if (filled.name.trim() === '') {
      tell({ fields: { name: t.users.nameNeeded } });
      return;
    }
    const body = clientBody(filled);
    const sent = sentAs(body, before, newKey);
    draft.value.value = { filled, sent };
    setBusy(true);
    const outcome = await ask(api.POST('/v1/clients', { params: { header: { 'Idempotency-Key': sent.key } }, body }));
    setBusy(false);
    if (outcome.kind !== 'ok') {
      tell(clientFaults(outcome));
      return;
    }
    draft.clear();
    toast(words.created(outcome.value.name));
    route(`/c/${outcome.value.id}/company`);
  }

  const text = (
    name: Exclude<keyof NewClient, 'language'>,
    label: string,
    hint?: string,
    inputMode: 'text' | 'tel' | 'email' = 'text',
  ) => (
    <Field label={label} name={name} hint={hint} error={faults.fields[name]} optional={name !== 'name'}>
      {(props) => (
        <input
          {...props}
          inputMode={inputMode}
          autocomplete="off"
          maxLength={254}
          value={filled[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );

  return (
    <Page title={words.add} actions={<a href="/clients">{words.toList}</a>}>
      <form
        class="form"
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {draft.restored.value !== null && (
          <Banner kind="info">
            <p>
              <When at={draft.restored.value} />: {words.draftKept}
            </p>
            <Button kind="quiet" onPress={() => draft.clear()}>
              {words.discard}
            </Button>
          </Banner>
        )}
        {faults.whole !== undefined && <Banner kind="urgent">{faults.whole}</Banner>}
        <ErrorSummary errors={errors} />
        {text('name', words.name, words.nameHint)}
        {text('legalName', words.legalName)}
        <div class="pair">
          {text('organisationNumber', words.organisationNumber)}
          {text('town', words.town)}
        </div>
        {text('number', words.number, words.numberHint, 'tel')}
        {text('answerPhrase', words.phrase, words.phraseHint)}
        <Field label={words.language} name="language">
          {(props) => (
            <select
              {...props}
              value={filled.language}
              onChange={(event) => change({ language: event.currentTarget.value === 'en' ? 'en' : 'sv' })}
            >
              <option value="sv">{words.sv}</option>
              <option value="en">{words.en}</option>
            </select>
          )}
        </Field>
        {text('inbox', words.inbox, words.inboxHint, 'email')}
        <p class="quiet">{words.next}</p>
        <Button kind="primary" type="submit" busy={busy}>
          {words.create}
        </Button>
      </form>
    </Page>
  );
}
