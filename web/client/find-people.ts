// People of the client found as one types; the last question alone is answered.
import { useEffect, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';

export type PersonHit = Reply<'searchStaff'>['items'][number];

const PAUSE_MS = 60;
const none: readonly PersonHit[] = [];

interface Found {
  text: string;
  hits: readonly PersonHit[];
  failure?: Failure;
}

/** @param asOperator as those who answer see them: only what callers may be told. */
export function usePeople(clientId: string, text: string, asOperator: boolean) {
  const [found, setFound] = useState<Found>({ text: '', hits: none });
  const asked = text.trim();
  useEffect(() => {
    if (asked === '') return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const came = await ask(
        api.POST('/v1/clients/{clientId}/staff/search', {
          params: { path: { clientId } },
          body: { text: asked, ...(asOperator && { view: 'operator' as const }) },
          signal: stop.signal,
        }),
      );
      if (stop.signal.aborted) return;
      setFound(
        came.kind === 'ok' ? { text: asked, hits: came.value.items } : { text: asked, hits: none, failure: came },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [clientId, asked, asOperator]);
  return {
    hits: asked === '' ? none : found.hits,
    failure: found.failure,
    busy: asked !== '' && found.text !== asked,
  };
}
