// The messages function on an engine of its own, beside the directory's.
import { serveAmendments } from '#api/amendments.ts';
import { serveAttention } from '#api/attention.ts';
import { serveMessages } from '#api/messages.ts';
import { routeTable } from '#api/route-table.ts';
import type { MessageView } from '#messages/schema.ts';
import type { ProblemBody } from '#shared/problems.ts';
import type { Api } from '#shared/route.ts';
import { aMessage, type MessageBody } from '#test/support/builders/messages.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import type { Engine } from '#test/support/engine.ts';
import { type Answered, type Call, type Caller, callerOf } from '#test/support/http-call.ts';

export const COLLECTION = '/v1/clients/{clientId}/messages';
export const MESSAGE = `${COLLECTION}/{messageId}`;

export type Taken = MessageView & ProblemBody & { erasedAt?: string };

export interface MessagesWorld extends DirectoryWorld {
  /** Calls the directory's routes; `call` those of messages, amendments and attention. */
  directory: Caller;
  /** As an operator, unless other claims are given. */
  take(clientId: string, body?: Partial<MessageBody>, call?: Partial<Call>): Promise<Answered<Taken>>;
  /** As a supervisor, who sees addresses, and says why where the message is old. */
  read(message: { clientId: string; id: string }, call?: Partial<Call>): Promise<Answered<Taken>>;
  erase(message: { clientId: string; id: string }): Promise<Answered<ProblemBody>>;
}

export async function messagesWorld(engine: Engine, retentionMonths = 6): Promise<MessagesWorld> {
  const world = await directoryWorld(engine);
  const app = { ...world.app, retentionMonths, smsCountries: ['SE', 'NO'] };
  const messages = callerOf(serveMessages(() => app));
  const amendments = callerOf(serveAmendments(() => app));
  const attention = callerOf(serveAttention(() => app));
  const functions: Partial<Record<Api, Caller>> = { messages, amendments, attention };
  const call: Caller = (routeKey, more) => {
    const route = routeTable.find(({ method, path }) => `${method} ${path}` === routeKey);
    return (functions[route?.api ?? 'messages'] ?? messages)(routeKey, more);
  };
  // The service's key is made with the first request in the life of a stack.
  await world.app.serviceKeys.get('hmac');
  const paramsOf = ({ clientId, id }: { clientId: string; id: string }) => ({ clientId, messageId: id });
  return {
    ...world,
    directory: world.call,
    call,
    take: (clientId, body, more) =>
      call<Taken>(`POST ${COLLECTION}`, {
        claims: world.operator,
        params: { clientId },
        body: aMessage(body),
        ...more,
      }),
    read: (message, more) =>
      call<Taken>(`GET ${MESSAGE}`, {
        claims: world.supervisor,
        params: paramsOf(message),
        query: { why: 'fault' },
        ...more,
      }),
    erase: (message) => call(`DELETE ${MESSAGE}`, { claims: world.supervisor, params: paramsOf(message) }),
  };
}
