// Protected people who are to be in an export all the same: chosen one by one, by name.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import { announce } from '#web/parts/announce.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { t } from '#web/words/words.ts';

type Hit = Reply<'searchStaff'>['items'][number];
export interface Chosen {
  readonly staffId: string;
  readonly name: string;
}

const PAUSE_MS = 60;

function useHits(clientId: string, text: string): { hits: readonly Hit[]; busy: boolean } {
  const [found, setFound] = useState<{ text: string; hits: readonly Hit[] }>({ text: '', hits: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const outcome = await ask(
        api.POST('/v1/clients/{clientId}/staff/search', {
          params: { path: { clientId } },
          body: { text: wanted, limit: 8 },
          signal: stop.signal,
        }),
      );
      if (!stop.signal.aborted) setFound({ text: wanted, hits: outcome.kind === 'ok' ? outcome.value.items : [] });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clientId, wanted]);
  return { hits: wanted === '' ? [] : found.hits, busy: found.text !== wanted };
}

interface Props {
  clientId: string;
  chosen: readonly Chosen[];
  onChange: (chosen: Chosen[]) => void;
}

export function ProtectedPicker({ clientId, chosen, onChange }: Props) {
  const words = t.privacy.exports;
  const [text, setText] = useState('');
  const { hits, busy } = useHits(clientId, text);
  const known = new Set(chosen.map(({ staffId }) => staffId));
  return (
    <fieldset class="word-list">
      <legend class="label">{words.protected}</legend>
      <p class="meta">{words.protectedHint}</p>
      <Combobox
        label={words.findProtected}
        value={text}
        onInput={setText}
        options={hits.filter((hit) => hit.protected && !known.has(hit.staffId))}
        keyOf={({ staffId }) => staffId}
        busy={busy}
        empty={words.noPerson}
        render={({ name, title }) => (
          <>
            {name} <span class="meta">{title}</span>
          </>
        )}
        onPick={({ staffId, name }) => {
          onChange([...chosen, { staffId, name }]);
          setText('');
          announce(t.parts.wordAdded(name));
        }}
      />
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ staffId, name }) => (
            <li key={staffId}>
              <button
                type="button"
                class="chip"
                aria-label={t.parts.remove(name)}
                onClick={() => onChange(chosen.filter((one) => one.staffId !== staffId))}
              >
                {name} <span aria-hidden="true">✕</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
