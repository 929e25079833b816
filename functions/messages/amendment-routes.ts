// The routes of amendments: what is done to a message that stands.
import { CorrectionInput, Forwarding, Message, OneMessage } from '#messages/schema.ts';
import { routesOf } from '#shared/route.ts';

export const amendmentRoutes = routesOf({
  correctMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/messages/{messageId}/corrections',
    api: 'amendments',
    tag: 'messages',
    summary: 'Correct a message, and send it again to whoever may have the old text',
    description:
      'The body is the whole of what was said, mended. The old text is gone, under a new key. What waits goes out with the new text; whoever may have the old one gets it again, marked as a correction.',
    scope: 'messages.write',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'machine'],
    params: OneMessage,
    body: CorrectionInput,
    replies: { 201: Message },
    problems: ['erased', 'too-many-deliveries', 'idempotency-mismatch'],
    idempotent: true,
    agreed: true,
  },
  forwardMessage: {
    method: 'POST',
    path: '/v1/clients/{clientId}/messages/{messageId}/deliveries',
    api: 'amendments',
    tag: 'messages',
    summary: 'Send a message again, or forward it',
    description:
      "To a staff member of the client, who reads it from then on, or to the general inbox; by addresses of the client's own register only. Staff members forward their own messages; they name addresses only of their own.",
    scope: 'messages.write',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'staffMember'],
    params: OneMessage,
    body: Forwarding,
    replies: { 201: Message },
    problems: [
      'erased',
      'unknown-staff',
      'no-usable-address',
      'too-many-deliveries',
      'too-many-readers',
      'idempotency-mismatch',
    ],
    idempotent: true,
    agreed: true,
  },
});
