// The addresses of a person that are sent nothing more, for those who are told: a client's admins.
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Reply } from '#web/api/types.ts';
import type { Who } from '#web/own/own-person.ts';

export type Stopped = Reply<'listSuppressions'>['items'][number];

export const suppressionsOf = ({ clientId, staffId }: Who) =>
  cached(`stopped:${clientId}:${staffId}`, async () => {
    const query = { limit: 100 };
    const page = await ask(api.GET('/v1/clients/{clientId}/suppressions', { params: { path: { clientId }, query } }));
    return page.kind === 'ok' ? { ...page, value: page.value.items.filter((one) => one.staffId === staffId) } : page;
  });

export const lift = (clientId: string, suppressionId: string) =>
  ask(
    api.DELETE('/v1/clients/{clientId}/suppressions/{suppressionId}', {
      params: { path: { clientId, suppressionId } },
    }),
  );
