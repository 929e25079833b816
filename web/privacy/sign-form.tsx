// Signing: name and title, which outlive a reload, and two things that one declares, which are declared each time anew.
import { useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Check } from '#web/parts/check.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import type { Agreement, Draft } from '#web/privacy/agreements.ts';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import { useKey, useSending, type Wrong } from '#web/privacy/sending.ts';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

interface Filled {
  readonly name: string | null;
  readonly title: string;
}

const empty: Filled = { name: null, title: '' };

interface Props {
  clientId: string;
  draft: Draft;
  onSigned: (agreement: Agreement) => void;
  /** The text is another by now. */
  onChanged: () => void;
}

export function SignForm({ clientId, draft, onSigned, onChanged }: Props) {
  const words = t.privacy.agreement;
  const kept = useDraft<Filled>(`sign:${clientId}`, empty);
  const sending = useSending(['/name', '/title']);
  const keyFor = useKey();
  const filled = kept.value.value;
  const name = filled.name ?? session.value.me?.name ?? '';
  /** Of the text that was read. */
  const [read, setRead] = useState<string | null>(null);
  const [mayBind, setMayBind] = useState(false);
  const hasRead = read === draft.documentHash;
  const set = (part: Partial<Filled>) => {
    const { name: before, title } = kept.value.peek();
    kept.value.value = { name: before, title, ...part };
  };

  async function sign(): Promise<void> {
    const wrong: Wrong = {
      ...(name.trim() === '' && { '/name': words.nameNeeded }),
      ...(filled.title.trim() === '' && { '/title': words.roleNeeded }),
      ...(!hasRead && { read: words.haveReadNeeded }),
      ...(!mayBind && { '/mayBind': words.mayBindNeeded }),
    };
    if (sending.refuse(wrong)) return;
    const body = {
      version: draft.version,
      language: draft.language,
      documentHash: draft.documentHash,
      name: name.trim(),
      title: filled.title.trim(),
      mayBind: true,
    } as const;
    const params = { path: { clientId }, header: { 'Idempotency-Key': keyFor(body) } };
    await sending.send(
      () => ask(api.POST('/v1/clients/{clientId}/agreements', { params, body })),
      (agreement) => {
        kept.clear();
        toast(words.signed);
        onSigned(agreement);
      },
      (failure) => {
        if (failure.kind !== 'problem') return undefined;
        if (failure.code === 'forbidden') return words.notSigner;
        if (failure.code !== 'document-changed') return undefined;
        onChanged();
        return words.changedMeanwhile;
      },
    );
  }

  return (
    <section class="sign" aria-labelledby="sign-title">
      <h2 id="sign-title" tabIndex={-1}>
        {words.signTitle}
      </h2>
      <Form sending={sending} submit={words.sign} onSubmit={() => void sign()}>
        <Kept of={kept} />
        <div class="pair">
          <Text
            sending={sending}
            at="/name"
            label={words.name}
            hint={words.nameHint}
            value={name}
            onChange={(value) => set({ name: value })}
          />
          <Text
            sending={sending}
            at="/title"
            label={words.role}
            hint={words.roleHint}
            value={filled.title}
            onChange={(title) => set({ title })}
          />
        </div>
        <Consent
          name="read"
          label={words.haveRead}
          error={sending.wrong.read}
          checked={hasRead}
          onChange={(now) => setRead(now ? draft.documentHash : null)}
        />
        <Consent
          name="/mayBind"
          label={words.mayBind}
          error={sending.wrong['/mayBind']}
          checked={mayBind}
          onChange={setMayBind}
        />
        <p class="meta">{words.signHint}</p>
      </Form>
    </section>
  );
}

interface ConsentProps {
  name: string;
  label: string;
  error: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** The summary of errors leads to it. */
function Consent({ name, label, error, checked, onChange }: ConsentProps) {
  return (
    <div class={error ? 'field wrong' : undefined} id={fieldId(name)} tabIndex={-1}>
      {error && <p class="field-error">{error}</p>}
      <Check label={label} checked={checked} onChange={onChange} />
    </div>
  );
}
