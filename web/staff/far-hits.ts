// Hits among those who are not read yet: the service searches them, a moment after the last key.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Row } from '#web/staff/staff-row.tsx';

const PAUSE_MS = 150;

/** @param text empty: nothing is asked. */
export function useFarHits(clientId: string, text: string): readonly Row[] {
  const [hits, setHits] = useState<readonly Row[]>([]);
  useEffect(() => {
    setHits([]);
    if (text.trim().length < 2) return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const outcome = await ask(
        api.POST('/v1/clients/{clientId}/staff/search', {
          params: { path: { clientId } },
          body: { text, limit: 20 },
          signal: stop.signal,
        }),
      );
      if (outcome.kind !== 'ok') return;
      setHits(
        outcome.value.items.map((hit) => ({ ...hit, id: hit.staffId, active: true, absence: null, connect: null })),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clientId, text]);
  return hits;
}
