// The route that takes a message back from a wrong recipient. Here because it makes a task.
import { Misdirected } from '#attention/schema.ts';
import { Message, OneMessage } from '#messages/schema.ts';
import { routesOf } from '#shared/route.ts';

export const redirectionRoutes = routesOf({
  redirectMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/messages/{messageId}/misdirected',
    api: 'amendments',
    tag: 'messages',
    summary: 'Take a message back from a wrong recipient, and send it to the right one',
    description:
      'What is not yet sent to the wrong one is cancelled, and the message leaves that inbox. A task asks a supervisor whether it was a personal data incident.',
    scope: 'messages.write',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin'],
    params: OneMessage,
    body: Misdirected,
    replies: { 201: Message },
    problems: ['erased', 'unknown-staff', 'no-usable-address', 'too-many-deliveries', 'idempotency-mismatch'],
    idempotent: true,
    agreed: true,
  },
});
