// The fields of a request: who it is, what is said, where the answer goes. The same for a new one and for a correction.
import { Chips } from '#web/parts/chips.tsx';
import { Text } from '#web/privacy/form.tsx';
import type { Sending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

export interface Asking {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly text: string;
  readonly contact: string;
}

export const emptyAsking: Asking = { names: [], phones: [], emails: [], text: '', contact: '' };

export const askingPointers = ['/who/names', '/who/phones', '/who/emails', '/who', '/text', '/contact'];

/** @param staffId stays as it is: it is set where the person is chosen in the register. */
export const askingBody = ({ names, phones, emails, text, contact }: Asking, staffId: string | null) => ({
  who: { names: [...names], phones: [...phones], emails: [...emails], staffId },
  text: text.trim() || null,
  contact: contact.trim() || null,
});

interface Props {
  sending: Sending;
  asking: Asking;
  change: (part: Partial<Asking>) => void;
}

export function RequestFields({ sending, asking, change }: Props) {
  const words = t.privacy.requests.form;
  const list = (field: 'names' | 'phones' | 'emails') => (
    <Chips
      label={words[field]}
      name={`/who/${field}`}
      howTo={words.several}
      words={asking[field]}
      error={sending.wrong[`/who/${field}`]}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <>
      <Text
        sending={sending}
        at="/text"
        label={words.text}
        hint={words.textHint}
        value={asking.text}
        onChange={(text) => change({ text })}
        lines={4}
        most={4_000}
        optional
      />
      <fieldset class="form">
        <legend class="label">{words.who}</legend>
        <p class="meta">{words.whoHint}</p>
        {list('names')}
        {list('phones')}
        {list('emails')}
      </fieldset>
      <Text
        sending={sending}
        at="/contact"
        label={words.contact}
        hint={words.contactHint}
        value={asking.contact}
        onChange={(contact) => change({ contact })}
        lines={2}
        most={1_000}
        optional
      />
    </>
  );
}
