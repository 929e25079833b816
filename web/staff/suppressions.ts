// Addresses of the client that the service sends nothing more to.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';

export type Suppression = Reply<'listSuppressions'>['items'][number];

export const suppressionsOf = (clientId: string): Cached<Suppression[]> =>
  cached(`suppressions:${clientId}`, async () => {
    const path = { clientId };
    const outcome = await ask(
      api.GET('/v1/clients/{clientId}/suppressions', { params: { path, query: { limit: 100 } } }),
    );
    return outcome.kind === 'ok' ? { ...outcome, value: outcome.value.items } : outcome;
  });

export const liftSuppression = (clientId: string, suppressionId: string) =>
  ask(
    api.DELETE('/v1/clients/{clientId}/suppressions/{suppressionId}', {
      params: { path: { clientId, suppressionId } },
    }),
  );
