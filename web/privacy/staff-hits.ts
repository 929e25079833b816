// People of a client found as one types, for a form that is about one of them; the last question alone is answered.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';

type Hit = Reply<'searchStaff'>['items'][number];
export interface Chosen {
  readonly staffId: string;
  readonly name: string;
}

const PAUSE_MS = 60;

export function useStaffHits(clientId: string, text: string): { hits: readonly Hit[]; busy: boolean } {
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
