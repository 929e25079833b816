// Who the service is, as it stands in every agreement that is signed from now on.
import { useMemo, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { When } from '#web/parts/when.tsx';
import { type ServiceDetails, serviceDetails } from '#web/privacy/agreements.ts';
import { Form, Text } from '#web/privacy/form.tsx';
import { useSending, type Wrong } from '#web/privacy/sending.ts';
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

export function ServicePart() {
  const source = useMemo(serviceDetails, []);
  return (
    <>
      <p class="quiet measure">{t.privacy.agreement.service.about}</p>
      <Loaded of={source}>{(details) => <ServiceForm details={details} />}</Loaded>
    </>
  );
}

function ServiceForm({ details: { details, version } }: { details: ServiceDetails }) {
  const words = t.privacy.agreement.service;
  const source = useMemo(serviceDetails, []);
  const draft = useDraft<Filled | null>('service-details', null);
  const [overtaken, setOvertaken] = useState(false);
  const sending = useSending(pointers);
  const filled = draft.value.value ?? filledOf(details);

  const text = (at: Pointer, label: string, type: 'text' | 'tel' | 'email' = 'text') => (
    <Text
      sending={sending}
      at={at}
      label={label}
      type={type}
      optional={optional.includes(at)}
      value={filled[at]}
      onChange={(value) => {
        draft.value.value = { ...filled, [at]: value };
      }}
    />
  );

  async function save(): Promise<void> {
    const missing = pointers.filter((pointer) => !optional.includes(pointer) && filled[pointer].trim() === '');
    const wrong: Wrong = Object.fromEntries(missing.map((pointer) => [pointer, t.privacy.needed]));
    if (sending.refuse(wrong)) return;
    const params = { header: { 'If-Match': `"${version}"` } };
    await sending.send(
      () => ask(api.PUT('/v1/service-details', { params, body: bodyOf(filled) })),
      () => {
        draft.clear();
        setOvertaken(false);
        toast(t.privacy.saved);
        void source.refresh();
      },
      (failure) => {
        if (failure.kind !== 'problem' || failure.code !== 'version-conflict') return undefined;
        setOvertaken(true);
        void source.refresh();
        return t.privacy.conflict;
      },
    );
  }

  return (
    <Form sending={sending} submit={t.parts.save} onSubmit={() => void save()}>
      {draft.restored.value !== null && !overtaken && (
        <Banner kind="info">
          <p>
            <When at={draft.restored.value} />: {t.privacy.draftKept}
          </p>
          <Button kind="quiet" onPress={() => draft.clear()}>
            {t.privacy.discard}
          </Button>
        </Banner>
      )}
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
