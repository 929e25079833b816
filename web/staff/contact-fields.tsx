// Telephone numbers and e-mail addresses: what they are, who may have them, and whether the service has stopped one.
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Check, Radios } from '#web/parts/check.tsx';
import { Entry, EntryList, replaced, without } from '#web/staff/entry.tsx';
import { Text } from '#web/staff/inputs.tsx';
import type { SectionProps } from '#web/staff/section.tsx';
import { type Email, type Phone, sameContact } from '#web/staff/staff-value.ts';
import type { Suppression } from '#web/staff/suppressions.ts';
import { t } from '#web/words/words.ts';

export interface Stops {
  readonly list: readonly Suppression[];
  readonly lift: (one: Suppression) => void;
}

function Stopped({ contact, stops }: { contact: string; stops: Stops }) {
  return stops.list
    .filter(({ address }) => address !== null && sameContact(address, contact))
    .map((one) => (
      <Banner kind="warn" key={one.id}>
        <span>{t.staff.stopped[one.reason]}</span>{' '}
        <Button label={t.staff.liftOf(contact)} onPress={() => stops.lift(one)}>
          {t.staff.lift}
        </Button>
      </Banner>
    ));
}

export function ContactFields({ value, set, stops }: SectionProps & { stops: Stops }) {
  const words = t.staff;
  const setPhone = (at: number, change: Partial<Phone>) => set({ phones: replaced(value.phones, at, change) });
  const setEmail = (at: number, change: Partial<Email>) => set({ emails: replaced(value.emails, at, change) });
  return (
    <>
      <EntryList title={words.phones}>
        {value.phones.map((phone, at) => (
          <Entry key={at} title={words.phone(at + 1)} onRemove={() => set({ phones: without(value.phones, at) })}>
            <div class="pair">
              <Text
                at={`phones/${at}/number`}
                label={words.phoneNumber}
                type="tel"
                value={phone.number}
                onChange={(number) => setPhone(at, { number })}
              />
              <Text
                at={`phones/${at}/label`}
                label={words.label}
                value={phone.label}
                onChange={(label) => setPhone(at, { label })}
              />
            </div>
            <Stopped contact={phone.number} stops={stops} />
            <Check
              label={words.mayConnect}
              checked={phone.mayConnect}
              onChange={(mayConnect) => setPhone(at, { mayConnect })}
            />
            <Check label={words.mayTell} checked={phone.mayTell} onChange={(mayTell) => setPhone(at, { mayTell })} />
          </Entry>
        ))}
        <Button
          onPress={() =>
            set({ phones: [...value.phones, { label: null, number: '', mayTell: false, mayConnect: false }] })
          }
        >
          {words.addPhone}
        </Button>
      </EntryList>
      <EntryList title={words.emails}>
        {value.emails.map((email, at) => (
          <Entry key={at} title={words.email(at + 1)} onRemove={() => set({ emails: without(value.emails, at) })}>
            <div class="pair">
              <Text
                at={`emails/${at}/address`}
                label={words.emailAddress}
                type="email"
                value={email.address}
                onChange={(address) => setEmail(at, { address })}
              />
              <Text
                at={`emails/${at}/label`}
                label={words.label}
                value={email.label}
                onChange={(label) => setEmail(at, { label })}
              />
            </div>
            <Stopped contact={email.address} stops={stops} />
            <Check label={words.mayTell} checked={email.mayTell} onChange={(mayTell) => setEmail(at, { mayTell })} />
          </Entry>
        ))}
        <Button onPress={() => set({ emails: [...value.emails, { label: null, address: '', mayTell: false }] })}>
          {words.addEmail}
        </Button>
      </EntryList>
      <Radios
        legend={words.connect}
        value={value.connect}
        options={[
          { value: 'yes', label: words.connectYes },
          { value: 'ask', label: words.connectAskLong },
          { value: 'no', label: words.connectNoLong },
        ]}
        onChange={(connect) => set({ connect })}
      />
    </>
  );
}
