// A message that was sent from the desk, as it stands now.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Message } from '#web/api/types.ts';

export const oneMessage = (clientId: string, messageId: string): Cached<Message> =>
  cached(`desk-message:${clientId}:${messageId}`, () =>
    ask(api.GET('/v1/clients/{clientId}/messages/{messageId}', { params: { path: { clientId, messageId } } })),
  );
