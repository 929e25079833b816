// One company, found as one types by name, town or number, and people of it by what they are called.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Client, Reply } from '#web/api/types.ts';
import { Button } from '#web/parts/button.tsx';
import { Combobox } from '#web/parts/combobox.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { t } from '#web/words/words.ts';

export interface Home {
  readonly clientId: string;
  readonly name?: string;
}

const PAUSE_MS = 60;
const LEAST = 2;

function useHits(text: string): { hits: readonly Client[]; busy: boolean } {
  const [found, setFound] = useState<{ text: string; hits: readonly Client[] }>({ text: '', hits: [] });
  const wanted = text.trim();
  const isEnough = wanted.length >= LEAST;
  useEffect(() => {
    if (!isEnough) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const isNumber = !/\p{L}/u.test(wanted);
      const body = isNumber ? { number: wanted } : { text: wanted };
      const outcome = await ask(api.POST('/v1/clients/search', { body, signal: stop.signal }));
      if (!stop.signal.aborted) setFound({ text: wanted, hits: outcome.kind === 'ok' ? outcome.value.items : [] });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, isEnough]);
  return { hits: isEnough ? found.hits : [], busy: found.text !== wanted };
}

type StaffHit = Reply<'searchStaff'>['items'][number];
export interface Chosen {
  readonly staffId: string;
  readonly name: string;
}

export function useStaffHits(clientId: string, text: string): { hits: readonly StaffHit[]; busy: boolean } {
  const [found, setFound] = useState<{ text: string; hits: readonly StaffHit[] }>({ text: '', hits: [] });
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
  home: Home | null;
  error?: string | undefined;
  /** What is called when it is our own. */
  own?: { id: string; label: string; hint: string };
  onPick: (home: Home | null) => void;
}

export function ClientPicker({ home, error, own, onPick }: Props) {
  const words = t.privacy.requests.form;
  const [text, setText] = useState('');
  const { hits, busy } = useHits(text);
  if (home)
    return (
      <div class="field">
        <p class="label">{words.home}</p>
        <div class="picked">
          <p>{home.clientId === own?.id ? own.label : home.name}</p>
          <Button
            kind="quiet"
            onPress={() => {
              setText('');
              onPick(null);
            }}
          >
            {words.other}
          </Button>
        </div>
      </div>
    );
  return (
    <div class={error ? 'field wrong' : 'field'} id={fieldId('home')} tabIndex={-1}>
      <p class="label">{words.home}</p>
      {error && <p class="field-error">{error}</p>}
      <Combobox
        label={words.findHome}
        value={text}
        onInput={setText}
        options={hits}
        keyOf={({ id }) => id}
        busy={busy}
        empty={words.noHome}
        render={({ name, town }) => (
          <>
            {name} <span class="meta">{town}</span>
          </>
        )}
        onPick={({ id, name }) => onPick({ clientId: id, name })}
      />
      {own && (
        <div class="own-home">
          <Button onPress={() => onPick({ clientId: own.id })}>{own.label}</Button>
          <p class="meta">{own.hint}</p>
        </div>
      )}
    </div>
  );
}
