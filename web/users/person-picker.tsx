// One person of the register, found as one types.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import { Button } from '#web/parts/button.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

type Hit = Reply<'searchStaff'>['items'][number];

interface Props {
  clientId: string;
  /** null: nobody is chosen. */
  staffId: string | null;
  nameOf: (staffId: string) => string | undefined;
  hint: string;
  error?: string | undefined;
  onPick: (staffId: string | null) => void;
}

const PAUSE_MS = 60;

function useHits(clientId: string, text: string): { hits: readonly Hit[]; busy: boolean } {
  const [found, setFound] = useState<{ text: string; hits: readonly Hit[] }>({ text: '', hits: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const path = '/v1/clients/{clientId}/staff/search';
      const asked = { params: { path: { clientId } }, body: { text: wanted, limit: 8 }, signal: stop.signal };
      const outcome = await ask(api.POST(path, asked));
      if (outcome.kind === 'ok') setFound({ text: wanted, hits: outcome.value.items });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clientId, wanted]);
  return { hits: wanted === '' ? [] : found.hits, busy: found.text !== wanted };
}

export function PersonPicker({ clientId, staffId, nameOf, hint, error, onPick }: Props) {
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Hit>();
  const { hits, busy } = useHits(clientId, text);
  if (staffId !== null) {
    const name = picked?.staffId === staffId ? picked.name : nameOf(staffId);
    return (
      <div class="field">
        <p class="label">{t.users.person}</p>
        <div class="picked">
          <p>{name ?? t.users.personGone}</p>
          <Button
            kind="quiet"
            onPress={() => {
              setText('');
              onPick(null);
            }}
          >
            {t.users.personOther}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div class={error ? 'field wrong' : 'field'} id={fieldId('person')} tabIndex={-1}>
      <p class="label">{t.users.person}</p>
      <p class="meta">{hint}</p>
      {error && <p class="field-error">{error}</p>}
      <Combobox
        label={t.users.personFind}
        value={text}
        onInput={setText}
        options={hits}
        keyOf={(hit) => hit.staffId}
        busy={busy}
        empty={t.users.personNone}
        render={(hit) => (
          <>
            {hit.name} <span class="meta">{[hit.title, hit.department].filter(Boolean).join(', ')}</span>
          </>
        )}
        onPick={(hit) => {
          setPicked(hit);
          onPick(hit.staffId);
        }}
      />
    </div>
  );
}
