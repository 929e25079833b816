// The person in a client's register whom a request is about, where it is one: found as one types, never a protected one.
import { useState } from 'preact/hooks';
import { Button } from '#web/parts/button.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { type Chosen, useStaffHits } from '#web/privacy/client-picker.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  person: Chosen | null;
  onPick: (person: Chosen | null) => void;
}

export function PersonPicker({ clientId, person, onPick }: Props) {
  const words = t.privacy.requests.log;
  const [text, setText] = useState('');
  const { hits, busy } = useStaffHits(clientId, text);
  return (
    <div class="field">
      <p class="label">{words.person}</p>
      {person ? (
        <div class="picked">
          <p>{person.name}</p>
          <Button kind="quiet" onPress={() => onPick(null)}>
            {words.otherPerson}
          </Button>
        </div>
      ) : (
        <>
          <p class="meta">{words.personHint}</p>
          <Combobox
            label={words.findPerson}
            value={text}
            onInput={setText}
            options={hits.filter((hit) => !hit.protected)}
            keyOf={({ staffId }) => staffId}
            busy={busy}
            empty={words.noPerson}
            render={({ name, title }) => (
              <>
                {name} <span class="meta">{title}</span>
              </>
            )}
            onPick={({ staffId, name }) => {
              setText('');
              onPick({ staffId, name });
            }}
          />
        </>
      )}
    </div>
  );
}
