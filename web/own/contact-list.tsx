// Telephones and e-mail addresses as fields: one more, one less, and what callers may be told.
import type { ComponentChildren } from 'preact';
import type { Contacts } from '#web/own/contact-edits.ts';
import { StoppedAddress } from '#web/own/stopped-address.tsx';
import type { Stopped } from '#web/own/suppressions.ts';
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { Field, fieldId } from '#web/parts/field.tsx';
import { bareNumber } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

interface Props {
  mine: Contacts;
  errors: readonly FieldError[];
  stopped: readonly Stopped[];
  clientId: string;
  onLifted: () => void;
  change: (part: Partial<Contacts>) => void;
}

const MOST = 20;

const swapped = <T,>(list: readonly T[], at: number, next: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...next } : one));
const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

interface PartProps {
  title: string;
  none: string;
  add: string;
  count: number;
  onAdd: () => void;
  children: ComponentChildren;
}

function Part({ title, none, add, count, onAdd, children }: PartProps) {
  return (
    <section class="own-contacts" aria-label={title}>
      <h2>{title}</h2>
      {count === 0 && <p class="quiet">{none}</p>}
      {children}
      {count < MOST && <Button onPress={onAdd}>{add}</Button>}
    </section>
  );
}

export function ContactList({ mine, errors, stopped, clientId, onLifted, change }: Props) {
  const words = t.own.contacts;
  const { phones, emails } = mine;
  const errorOf = (name: string) => errors.find(({ id }) => id === fieldId(name))?.text;
  const stop = (address: string) => {
    const found = stopped.find((one) => one.address !== null && bareNumber(one.address) === bareNumber(address));
    const same = stopped.find((one) => one.address?.toLowerCase() === address.toLowerCase());
    const one = address.includes('@') ? same : found;
    return one && <StoppedAddress clientId={clientId} stopped={one} onLifted={onLifted} />;
  };
  const label = (name: string, value: string | null, onLabel: (label: string) => void) => (
    <Field label={words.label} name={`${name}-label`} hint={words.labelHint} optional={true}>
      {(props) => <input {...props} value={value ?? ''} onInput={(event) => onLabel(event.currentTarget.value)} />}
    </Field>
  );
  return (
    <>
      <Part
        title={words.phones}
        none={words.phonesNone}
        add={words.addPhone}
        count={phones.length}
        onAdd={() => change({ phones: [...phones, { label: null, number: '', mayTell: false, mayConnect: false }] })}
      >
        {phones.map((phone, at) => {
          const set = (next: Partial<typeof phone>) => change({ phones: swapped(phones, at, next) });
          const name = `phones-${at}`;
          return (
            <fieldset key={at} class="own-contact">
              <legend class="unseen">{phone.number || words.number}</legend>
              <div class="pair">
                <Field label={words.number} name={`${name}-number`} error={errorOf(`${name}-number`)}>
                  {(props) => (
                    <input
                      {...props}
                      type="tel"
                      autocomplete="tel"
                      value={phone.number}
                      onInput={(event) => set({ number: event.currentTarget.value })}
                    />
                  )}
                </Field>
                {label(name, phone.label, (text) => set({ label: text }))}
              </div>
              {stop(phone.number)}
              <Check label={words.mayTell} checked={phone.mayTell} onChange={(mayTell) => set({ mayTell })} />
              <Check
                label={words.mayConnect}
                checked={phone.mayConnect}
                onChange={(mayConnect) => set({ mayConnect })}
              />
              <Button
                kind="quiet"
                label={words.removePhone(phone.number)}
                onPress={() => change({ phones: without(phones, at) })}
              >
                {t.own.takeOut}
              </Button>
            </fieldset>
          );
        })}
      </Part>
      <Part
        title={words.emails}
        none={words.emailsNone}
        add={words.addEmail}
        count={emails.length}
        onAdd={() => change({ emails: [...emails, { label: null, address: '', mayTell: false }] })}
      >
        {emails.map((email, at) => {
          const set = (next: Partial<typeof email>) => change({ emails: swapped(emails, at, next) });
          const name = `emails-${at}`;
          return (
            <fieldset key={at} class="own-contact">
              <legend class="unseen">{email.address || words.address}</legend>
              <div class="pair">
                <Field label={words.address} name={`${name}-address`} error={errorOf(`${name}-address`)}>
                  {(props) => (
                    <input
                      {...props}
                      type="email"
                      autocomplete="email"
                      value={email.address}
                      onInput={(event) => set({ address: event.currentTarget.value })}
                    />
                  )}
                </Field>
                {label(name, email.label, (text) => set({ label: text }))}
              </div>
              {stop(email.address)}
              <Check label={words.mayTell} checked={email.mayTell} onChange={(mayTell) => set({ mayTell })} />
              <Button
                kind="quiet"
                label={words.removeEmail(email.address)}
                onPress={() => change({ emails: without(emails, at) })}
              >
                {t.own.takeOut}
              </Button>
            </fieldset>
          );
        })}
      </Part>
    </>
  );
}
