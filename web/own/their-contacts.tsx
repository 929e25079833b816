// Somebody else has saved the same in the meantime: what it says now, and the choice.
import type { Contacts } from '#web/own/contact-edits.ts';
import { Button } from '#web/parts/button.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  contacts: Contacts;
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

export function TheirContacts({ contacts: { phones, emails, language }, busy, onMine, onTheirs }: Props) {
  const words = t.own.contacts;
  return (
    <section class="banner warn form" aria-label={words.conflict}>
      <p>{words.conflict}</p>
      <div>
        <h2>{words.theirs}</h2>
        <ul>
          {phones.map(({ number, label }) => (
            <li key={number}>{[number, label].filter(Boolean).join(', ')}</li>
          ))}
          {emails.map(({ address, label }) => (
            <li key={address}>{[address, label].filter(Boolean).join(', ')}</li>
          ))}
          <li>{words[language]}</li>
        </ul>
      </div>
      <div class="actions">
        <Button busy={busy} onPress={onMine}>
          {words.saveMine}
        </Button>
        <Button onPress={onTheirs}>{words.takeTheirs}</Button>
      </div>
    </section>
  );
}
