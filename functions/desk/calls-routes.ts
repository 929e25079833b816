// The routes of calls that became no message. The function of what needs attention serves them: that of the desk is full.
import { CallCounts, CallsQuery, EndedCall } from '#desk/calls-schema.ts';
import { ClientParams } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

export const callRoutes = routesOf({
  countCall: {
    method: 'POST',
    path: '/v1/clients/{clientId}/calls',
    api: 'attention',
    tag: 'desk',
    summary: 'Count a call that became no message',
    description:
      'By day and called number, and nothing about who called. A `line` that is not of this client (any more) is left out.',
    scope: 'messages.write',
    roles: ['supervisor', 'operator', 'machine'],
    params: ClientParams,
    body: EndedCall,
    replies: { 204: null },
    problems: ['erased', 'idempotency-mismatch', 'try-again'],
    idempotent: true,
    unwitnessed: 'it counts',
  },
  listCalls: {
    method: 'GET',
    path: '/v1/clients/{clientId}/calls',
    api: 'attention',
    tag: 'desk',
    summary: 'How many calls became no message, by day and called number',
    description:
      'Oldest first; days by the clocks of Stockholm, at most 92 of them. What is older than 25 months is gone.',
    scope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'machine'],
    params: ClientParams,
    query: CallsQuery,
    replies: { 200: CallCounts },
  },
});
