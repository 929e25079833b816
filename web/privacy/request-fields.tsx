// The fields of a request: who it is, what is said, where the answer goes. The same for a new one and for a correction.
import { Text } from '#web/privacy/form.tsx';
import type { Asking } from '#web/privacy/request-asking.ts';
import type { Sending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

interface Props {
  sending: Sending;
  asking: Asking;
  change: (part: Partial<Asking>) => void;
}

export function RequestFields({ sending, asking, change }: Props) {
  const words = t.privacy.requests.form;
  const list = (field: 'names' | 'phones' | 'emails') => (
    <Text
      sending={sending}
      at={`/who/${field}`}
      label={words[field]}
      value={asking[field]}
      onChange={(value) => change({ [field]: value })}
      lines={2}
      optional
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
        <p class="meta">
          {words.whoHint} {words.several}
        </p>
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
