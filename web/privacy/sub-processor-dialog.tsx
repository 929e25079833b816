// A new sub-processor, or a change of one: everybody is told of it, so it is announced and not saved.
import { useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { type SubProcessor, subProcessors } from '#web/privacy/agreements.ts';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import { useKey, useSending } from '#web/privacy/sending.ts';
import {
  bodyOf,
  emptyFilled,
  type Filled,
  missingOf,
  pointerOf,
  pointers,
  readOf,
} from '#web/privacy/sub-processor-form.ts';
import { useChange } from '#web/privacy/use-change.ts';
import { t } from '#web/words/words.ts';

interface Props {
  /** undefined: a new one. */
  of: SubProcessor | undefined;
  onClose: () => void;
}

/** As it is read now: after somebody else's change it is another version than the one that was opened. */
const asReadNow = (of: SubProcessor): SubProcessor => subProcessors().value.value?.find(({ id }) => id === of.id) ?? of;

async function readAgain(of: SubProcessor): Promise<Outcome<SubProcessor>> {
  const read = await subProcessors().refresh();
  return read.kind === 'ok' ? { ...read, value: asReadNow(of) } : read;
}

const change = ({ id }: SubProcessor, body: Body<'changeSubProcessor'>, etag: string) =>
  ask(
    api.PATCH('/v1/sub-processors/{subProcessorId}', {
      params: { path: { subProcessorId: id }, header: { 'If-Match': etag } },
      body,
    }),
  );

const nothingYet = { value: emptyFilled, etag: '' };

export function SubProcessorDialog({ of, onClose }: Props) {
  const words = t.privacy.agreement.subProcessors;
  const now = of ? readOf(asReadNow(of)) : nothingYet;
  const { filled, draft, isChanged, set, save } = useChange(`sub-processor-change:${of?.id ?? 'new'}`, now, pointerOf);
  const sending = useSending(Object.values(pointers));
  const keyFor = useKey();

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
      onChange={(value) => set({ [field]: value })}
      {...more}
    />
  );

  async function send(): Promise<void> {
    const missing = missingOf(filled);
    if (sending.refuse(Object.fromEntries(missing.map((field) => [pointers[field], t.privacy.needed])))) return;
    // Everybody would be told of nothing.
    if (of && !isChanged) return void sending.refuse({}, words.unchanged);
    await save(
      sending,
      {
        send: (_, etag, mine) => {
          const body = bodyOf(mine);
          if (of) return change(of, body, etag);
          const params = { header: { 'Idempotency-Key': keyFor(body) } };
          return ask(api.POST('/v1/sub-processors', { params, body }));
        },
        readAgain: async () => {
          const read = of ? await readAgain(of) : undefined;
          if (read?.kind === 'ok') return { ...read, value: readOf(read.value) };
          return read ?? { kind: 'ok', value: nothingYet, etag: null };
        },
      },
      () => {
        toast(words.announcedToast(filled.name.trim()));
        onClose();
      },
    );
    void subProcessors().refresh();
  }

  return (
    <Dialog open title={of ? words.changeOf(now.value.name) : words.add} onClose={onClose}>
      <Form sending={sending} submit={words.announce} onSubmit={() => void send()}>
        <Kept of={draft} />
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
    const body = { ends: true as const, ...(holdsFrom !== '' && { holdsFrom }) };
    await sending.send(
      () => change(of, body, readOf(asReadNow(of)).etag),
      () => {
        toast(words.announcedToast(name));
        onClose();
      },
      (failure) => (failure.kind === 'problem' && failure.code === 'version-conflict' ? t.privacy.conflict : undefined),
    );
    await subProcessors().refresh();
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
