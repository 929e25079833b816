// A new sub-processor, or a change of one: everybody is told of it, so it is announced and not saved.
import { useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { type SubProcessor, subProcessors } from '#web/privacy/agreements.ts';
import { Form, Text } from '#web/privacy/form.tsx';
import { useKey, useSending } from '#web/privacy/sending.ts';
import { bodyOf, emptyFilled, type Filled, filledOf, missingOf, pointers } from '#web/privacy/sub-processor-form.ts';
import { t } from '#web/words/words.ts';

interface Props {
  /** undefined: a new one. */
  of: SubProcessor | undefined;
  onClose: () => void;
}

const told = (failure: { kind: string; code?: string }): string | undefined =>
  failure.code === 'version-conflict' ? t.privacy.conflict : undefined;

export function SubProcessorDialog({ of, onClose }: Props) {
  const words = t.privacy.agreement.subProcessors;
  const details = of?.next?.details ?? of?.current;
  const draft = useDraft<Filled | null>(`sub-processor:${of?.id ?? 'new'}`, null);
  const sending = useSending(Object.values(pointers));
  const keyFor = useKey();
  const filled = draft.value.value ?? (details ? filledOf(details) : emptyFilled);

  const text = (
    field: keyof Filled,
    label: string,
    more: { hint?: string; optional?: boolean; lang?: 'sv' | 'en' } = {},
  ) => (
    <Text
      sending={sending}
      at={pointers[field]}
      label={label}
      type={field === 'holdsFrom' ? 'date' : 'text'}
      value={filled[field]}
      onChange={(value) => {
        draft.value.value = { ...filled, [field]: value };
      }}
      {...more}
    />
  );

  async function send(): Promise<void> {
    const missing = missingOf(filled);
    if (sending.refuse(Object.fromEntries(missing.map((field) => [pointers[field], t.privacy.needed])))) return;
    const body = bodyOf(filled);
    const call = of
      ? () =>
          ask(
            api.PATCH('/v1/sub-processors/{subProcessorId}', {
              params: { path: { subProcessorId: of.id }, header: { 'If-Match': `"${of.version}"` } },
              body,
            }),
          )
      : () => ask(api.POST('/v1/sub-processors', { params: { header: { 'Idempotency-Key': keyFor(body) } }, body }));
    await sending.send(
      call,
      () => {
        draft.clear();
        toast(words.announcedToast(body.name));
        onClose();
      },
      told,
    );
    void subProcessors().refresh();
  }

  return (
    <Dialog open title={of ? words.changeOf(details?.name ?? '') : words.add} onClose={onClose}>
      <Form sending={sending} submit={words.announce} onSubmit={() => void send()}>
        {text('name', words.name)}
        {text('purposeSv', words.purposeSv, { lang: 'sv' })}
        {text('purposeEn', words.purposeEn, { lang: 'en' })}
        {text('address', words.address)}
        {text('contact', words.contact, { hint: words.contactHint })}
        <div class="pair">
          {text('country', words.country, { hint: words.countryHint })}
          {text('place', words.place, { hint: words.placeHint })}
        </div>
        <div class="pair">
          {text('parent', words.parent, { optional: true })}
          {text('parentCountry', words.parentCountry, { optional: true })}
        </div>
        {text('transferSv', words.transferSv, { hint: words.transferHint, optional: true, lang: 'sv' })}
        {text('transferEn', words.transferEn, { optional: true, lang: 'en' })}
        {text('holdsFrom', words.holdsFrom, { hint: words.holdsFromHint, optional: true })}
      </Form>
    </Dialog>
  );
}

export function EndDialog({ of, onClose }: { of: SubProcessor; onClose: () => void }) {
  const words = t.privacy.agreement.subProcessors;
  const name = of.current?.name ?? of.next?.details?.name ?? '';
  const [holdsFrom, setHoldsFrom] = useState('');
  const sending = useSending(['/holdsFrom']);
  async function end(): Promise<void> {
    const params = { path: { subProcessorId: of.id }, header: { 'If-Match': `"${of.version}"` } };
    const body = { ends: true as const, ...(holdsFrom !== '' && { holdsFrom }) };
    await sending.send(
      () => ask(api.PATCH('/v1/sub-processors/{subProcessorId}', { params, body })),
      () => {
        toast(words.announcedToast(name));
        onClose();
      },
      told,
    );
    void subProcessors().refresh();
  }
  return (
    <Dialog open title={words.endTitle(name)} onClose={onClose}>
      <Form sending={sending} submit={words.end} kind="danger" onSubmit={() => void end()}>
        <p>{words.endText}</p>
        <Text
          sending={sending}
          at="/holdsFrom"
          type="date"
          label={words.holdsFrom}
          hint={words.holdsFromHint}
          optional
          value={holdsFrom}
          onChange={setHoldsFrom}
        />
      </Form>
    </Dialog>
  );
}
