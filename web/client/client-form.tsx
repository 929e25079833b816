// What the client is called, who its contacts are, where messages to nobody go, how long they are kept; and what only a supervisor changes.
import type { Client } from '#web/api/types.ts';
import { Agreed, AgreedShown } from '#web/client/agreed.tsx';
import { Rows, TextField } from '#web/client/inputs.tsx';
import type { ClientChange, Source, Versioned } from '#web/client/record-source.ts';
import { RetentionField } from '#web/client/retention-field.tsx';
import { SectionForm } from '#web/client/section-form.tsx';
import { useSection } from '#web/client/use-section.ts';
import { Radios } from '#web/parts/check.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

const CONTACTS = 20;
const INBOX = 5;

export interface ClientTabProps {
  clientId: string;
  source: Source<Client, ClientChange>;
  client: Versioned<Client>;
  readOnly: boolean;
  isSupervisor: boolean;
}

export type Details = Pick<
  Client,
  | 'name'
  | 'legalName'
  | 'town'
  | 'retention'
  | 'contentMode'
  | 'status'
  | 'contacts'
  | 'generalInbox'
  | 'organisationNumber'
> & { retentionAppliesTo?: 'new' | 'all' | undefined };

const pick = (client: Client): Details => ({
  name: client.name,
  legalName: client.legalName,
  organisationNumber: client.organisationNumber ?? null,
  town: client.town,
  contacts: client.contacts?.map((one) => ({ ...one, phone: one.phone && phoneWords(one.phone) })) ?? [],
  // A reader who may not see it changes nothing here.
  generalInbox: client.generalInbox
    ? { ...client.generalInbox, phones: client.generalInbox.phones.map(phoneWords) }
    : null,
  contentMode: client.contentMode,
  retention: client.retention,
  status: client.status,
});

const noInbox = { emails: [] as string[], phones: [] as string[], language: 'sv' as const };

export function ClientForm({ clientId, source, client, readOnly, isSupervisor }: ClientTabProps) {
  const section = useSection(`client:${clientId}`, source as Source<Client, Partial<Details>>, client, pick);
  const { value, errors, patch } = section;
  const inbox = value.generalInbox ?? noInbox;
  const seesInbox = client.record.generalInbox !== undefined;
  const setInbox = (part: Partial<typeof noInbox>) => {
    const next = { ...inbox, ...part };
    patch({ generalInbox: next.emails.length + next.phones.length > 0 ? next : null });
  };
  return (
    <SectionForm of={section} readOnly={readOnly}>
      <TextField
        at="/name"
        errors={errors}
        label={t.client.nameInCalls}
        hint={t.client.nameHint}
        value={value.name}
        onChange={(name) => patch({ name: name ?? '' })}
      />
      <TextField
        at="/legalName"
        errors={errors}
        label={t.fields.legalName}
        optional
        value={value.legalName}
        onChange={(legalName) => patch({ legalName })}
      />
      <TextField
        at="/town"
        errors={errors}
        label={t.fields.town}
        optional
        value={value.town}
        onChange={(town) => patch({ town })}
      />
      <h2>{t.client.contacts}</h2>
      <p class="meta">{t.client.contactsHint}</p>
      <Rows
        rows={value.contacts ?? []}
        most={CONTACTS}
        onChange={(contacts) => patch({ contacts })}
        empty={() => ({ name: '', title: null, email: null, phone: null })}
        addLabel={t.client.addContact}
        nameOf={({ name }) => name || t.client.contact}
      >
        {(contact, change, place) => (
          <div class="columns">
            <TextField
              at={`/contacts/${place}/name`}
              errors={errors}
              label={t.fields.name}
              value={contact.name}
              onChange={(name) => change({ ...contact, name: name ?? '' })}
            />
            {(['title', 'email', 'phone'] as const).map((field) => (
              <TextField
                key={field}
                at={`/contacts/${place}/${field}`}
                errors={errors}
                label={t.fields[field]}
                type={field === 'title' ? 'text' : field === 'email' ? 'email' : 'tel'}
                optional
                value={contact[field]}
                onChange={(next) => change({ ...contact, [field]: next })}
              />
            ))}
          </div>
        )}
      </Rows>
      {seesInbox && (
        <>
          <h2>{t.client.inbox}</h2>
          <p class="meta">{t.client.inboxHint}</p>
        </>
      )}
      {(seesInbox ? (['emails', 'phones'] as const) : []).map((list) => (
        <Rows
          key={list}
          rows={inbox[list]}
          inLine
          most={INBOX}
          onChange={(rows) => setInbox({ [list]: rows })}
          empty={() => ''}
          addLabel={list === 'emails' ? t.client.addEmail : t.client.addMobile}
          nameOf={(address) => address}
        >
          {(address, change, place) => (
            <TextField
              at={`/generalInbox/${list}/${place}`}
              errors={errors}
              label={list === 'emails' ? t.fields.email : t.client.mobile}
              type={list === 'emails' ? 'email' : 'tel'}
              value={address}
              onChange={(next) => change(next ?? '')}
            />
          )}
        </Rows>
      ))}
      <Radios
        legend={t.client.contentMode}
        value={value.contentMode}
        options={[
          { value: 'full', label: t.client.contentFull },
          { value: 'notice', label: t.client.contentNotice },
        ]}
        onChange={(contentMode) => patch({ contentMode })}
      />
      <RetentionField
        value={value}
        saved={section.saved.retention}
        errors={errors}
        isSupervisor={isSupervisor}
        onChange={patch}
      />
      {isSupervisor ? <Agreed value={value} errors={errors} patch={patch} /> : <AgreedShown value={value} />}
    </SectionForm>
  );
}
