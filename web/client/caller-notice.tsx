// What callers are told who ask why their data is kept, and the page that says it to anybody.

import { TextField } from '#web/client/inputs.tsx';
import type { TabProps } from '#web/client/opening-hours.tsx';
import type { Answering, AnsweringChange } from '#web/client/record-source.ts';
import { SectionForm } from '#web/client/section-form.tsx';
import { useSection } from '#web/client/use-section.ts';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

type Notice = NonNullable<AnsweringChange['callerNotice']>;
const pick = ({ callerNotice }: Answering): { callerNotice: Notice | null } => {
  if (!callerNotice) return { callerNotice };
  const { contact } = callerNotice;
  return {
    callerNotice: { ...callerNotice, contact: { ...contact, phone: contact.phone && phoneWords(contact.phone) } },
  };
};

const none = { sv: null, en: null };
const noContact = { email: null, phone: null, address: null, web: null };
const ways = [
  ['email', 'email'],
  ['phone', 'tel'],
  ['address', 'text'],
  ['web', 'url'],
] as const;

const saysNothing = ({ text, purpose, contact }: Notice): boolean =>
  [text, purpose, contact].every((part) => Object.values(part ?? {}).every((value) => value === null));

export function CallerNotice({ clientId, source, answering, readOnly }: TabProps) {
  const section = useSection(`callers:${clientId}`, source, answering, pick);
  const { errors } = section;
  const notice = section.value.callerNotice ?? {};
  const change = (part: Notice) => {
    const next = { text: none, purpose: none, contact: noContact, ...notice, ...part };
    section.set({ callerNotice: saysNothing(next) ? null : next });
  };
  return (
    <>
      <p class="measure">
        {t.client.callersHint}{' '}
        <a href={`/v1/clients/${clientId}/caller-notice`} target="_blank" rel="noreferrer">
          {t.client.callersPage}
        </a>
      </p>
      <SectionForm of={section} readOnly={readOnly}>
        {(['text', 'purpose'] as const).map((part) =>
          (['sv', 'en'] as const).map((spoken) => (
            <TextField
              key={`${part} ${spoken}`}
              at={`/callerNotice/${part}/${spoken}`}
              errors={errors}
              label={`${part === 'text' ? t.client.callersText : t.client.callersPurpose}, ${t.client.languages[spoken].toLowerCase()}`}
              optional
              lines={3}
              lang={spoken}
              value={notice[part]?.[spoken] ?? null}
              onChange={(text) => change({ [part]: { ...none, ...notice[part], [spoken]: text } })}
            />
          )),
        )}
        <h2>{t.client.callersContact}</h2>
        <div class="columns">
          {ways.map(([way, type]) => (
            <TextField
              key={way}
              at={`/callerNotice/contact/${way}`}
              errors={errors}
              label={t.fields[way]}
              type={type}
              optional
              value={notice.contact?.[way] ?? null}
              onChange={(value) => change({ contact: { ...noContact, ...notice.contact, [way]: value } })}
            />
          ))}
        </div>
      </SectionForm>
    </>
  );
}
