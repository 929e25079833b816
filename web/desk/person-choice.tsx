// One person of the client's register, found as one types.
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import { Combobox } from '#web/parts/combobox.tsx';
import { firstFocus } from '#web/parts/first-focus.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export type FoundPerson = Reply<'searchStaff'>['items'][number];

const PAUSE_MS = 60;
const none: readonly FoundPerson[] = [];

interface Props {
  clientId: string;
  chosen: FoundPerson | undefined;
  onChosen: (person: FoundPerson | undefined) => void;
}

export function PersonChoice({ clientId, chosen, onChosen }: Props) {
  const words = t.callAfter.takeBack;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ text: string; items: readonly FoundPerson[]; failure?: string }>();

  useEffect(() => firstFocus(field.current), []);

  useEffect(() => {
    if (text === '' || text === chosen?.name) return;
    const asked = new AbortController();
    const pause = setTimeout(async () => {
      const outcome = await ask(
        api.POST('/v1/clients/{clientId}/staff/search', {
          params: { path: { clientId } },
          body: { text },
          signal: asked.signal,
        }),
      );
      if (asked.signal.aborted) return;
      setFound(
        outcome.kind === 'ok'
          ? { text, items: outcome.value.items }
          : { text, items: none, failure: refusalWords(outcome) },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      asked.abort();
    };
  }, [clientId, text, chosen]);

  return (
    <>
      <Combobox
        label={words.search}
        inputRef={field}
        value={text}
        onInput={(typed) => {
          setText(typed);
          if (chosen) onChosen(undefined);
        }}
        options={text === chosen?.name ? none : (found?.items ?? none)}
        keyOf={({ staffId }) => staffId}
        onPick={(person) => {
          onChosen(person);
          setText(person.name);
        }}
        render={({ name, title }) => (
          <>
            <strong>{name}</strong> {title && <span class="meta">{title}</span>}
          </>
        )}
        busy={found?.text !== text}
        empty={found?.failure}
      />
      {chosen && <p class="quiet">{words.chosen(chosen.name)}</p>}
    </>
  );
}
