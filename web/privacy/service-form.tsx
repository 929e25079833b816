// Who the service is, as it stands in every agreement that is signed from now on.
import { useMemo } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import { toast } from '#web/parts/toast.tsx';
import { type ServiceDetails, serviceDetails } from '#web/privacy/agreements.ts';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import { useSending, type Wrong } from '#web/privacy/sending.ts';
import { savedWords, useChange } from '#web/privacy/use-change.ts';
import { t } from '#web/words/words.ts';

/** Every field by its pointer; an empty one is ''. */
type Filled = Readonly<Record<Pointer, string>>;
const pointers = [
  '/name',
  '/organisationNumber',
  '/address',
  '/email',
  '/phone',
  '/privacyContact/name',
  '/privacyContact/email',
  '/privacyContact/phone',
  '/signatory/name',
  '/signatory/title',
] as const;
type Pointer = (typeof pointers)[number];
const optional: readonly Pointer[] = ['/phone', '/privacyContact/phone'];

export function filledOf(details: ServiceDetails['details']): Filled {
  const valueAt = (pointer: Pointer) =>
    pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], details);
  return Object.fromEntries(pointers.map((pointer) => [pointer, valueAt(pointer) ?? ''])) as Filled;
}

export function bodyOf(filled: Filled): Body<'changeServiceDetails'> {
  const at = (pointer: Pointer) => filled[pointer].trim();
  return {
    name: at('/name'),
    organisationNumber: at('/organisationNumber'),
    address: at('/address'),
    email: at('/email'),
    phone: at('/phone') || null,
    privacyContact: {
      name: at('/privacyContact/name'),
      email: at('/privacyContact/email'),
      phone: at('/privacyContact/phone') || null,
    },
    signatory: { name: at('/signatory/name'), title: at('/signatory/title') },
  };
}

const etagOf = (version: number): string => `"${version}"`;

export function ServicePart() {
  const source = useMemo(serviceDetails, []);
  return (
    <>
      <p class="quiet measure">{t.privacy.agreement.service.about}</p>
      <Loaded of={source}>{(details) => <ServiceForm details={details} />}</Loaded>
    </>
  );
}

const sameName = (field: string): string => field;

function ServiceForm({ details: { details, version } }: { details: ServiceDetails }) {
  const words = t.privacy.agreement.service;
  const source = useMemo(serviceDetails, []);
  const now = { value: filledOf(details), etag: etagOf(version) };
  const { filled, draft, set, save } = useChange<Filled>('service-details-change', now, sameName);
  const sending = useSending(pointers);

  const text = (at: Pointer, label: string, type: 'text' | 'tel' | 'email' = 'text') => (
    <Text
      sending={sending}
      at={at}
      label={label}
      type={type}
      optional={optional.includes(at)}
      value={filled[at]}
      onChange={(value) => set({ [at]: value })}
    />
  );

  async function saveAll(): Promise<void> {
    const missing = pointers.filter((pointer) => !optional.includes(pointer) && filled[pointer].trim() === '');
    const wrong: Wrong = Object.fromEntries(missing.map((pointer) => [pointer, t.privacy.needed]));
    if (sending.refuse(wrong)) return;
    await save(
      sending,
      {
        send: (_, etag, mine) =>
          ask(api.PUT('/v1/service-details', { params: { header: { 'If-Match': etag } }, body: bodyOf(mine) })),
        readAgain: async () => {
          const read = await source.refresh();
          if (read.kind !== 'ok') return read;
          return { ...read, value: { value: filledOf(read.value.details), etag: etagOf(read.value.version) } };
        },
      },
      (isMerged) => {
        toast(savedWords(isMerged));
        void source.refresh();
      },
    );
  }

  return (
    <Form sending={sending} submit={t.parts.save} onSubmit={() => void saveAll()}>
      <Kept of={draft} />
      <h2>{words.company}</h2>
      {text('/name', words.name)}
      <div class="pair">
        {text('/organisationNumber', words.organisationNumber)}
        {text('/phone', words.phone, 'tel')}
      </div>
      {text('/address', words.address)}
      {text('/email', words.email, 'email')}
      <h2>{words.contact}</h2>
      <p class="meta">{words.contactHint}</p>
      {text('/privacyContact/name', words.contactName)}
      <div class="pair">
        {text('/privacyContact/email', words.email, 'email')}
        {text('/privacyContact/phone', words.phone, 'tel')}
      </div>
      <h2>{words.signatory}</h2>
      <p class="meta">{words.signatoryHint}</p>
      <div class="pair">
        {text('/signatory/name', words.contactName)}
        {text('/signatory/title', words.signatoryTitle)}
      </div>
    </Form>
  );
}
