// The routes of deliveries: which addresses of a client are sent nothing more, and that they are to be tried again.
import { OneSuppression, SuppressionPage } from '#deliveries/suppression-schema.ts';
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

const common = { api: 'attention', tag: 'deliveries' } as const;

export const deliveryRoutes = routesOf({
  listSuppressions: {
    ...common,
    method: 'GET',
    path: '/v1/clients/{clientId}/suppressions',
    summary: "List a client's addresses that are sent nothing more",
    description:
      'An address that does not exist, or whose holder has complained or opted out, is sent nothing more of this client, until that is lifted: deliveries to it end as `failed` with the code `AddressSuppressed`. Other clients never notice. Operators see whose it is, not the address. `limit` counts people: a page may hold a few more entries than it, or fewer.',
    scope: 'directory.read',
    roles: ['supervisor', 'operator', 'clientAdmin'],
    params: ClientParams,
    query: ListQuery,
    replies: { 200: SuppressionPage },
    problems: ['invalid-cursor'],
  },
  liftSuppression: {
    ...common,
    method: 'DELETE',
    path: '/v1/clients/{clientId}/suppressions/{suppressionId}',
    summary: 'Send to an address again',
    description: 'If it bounces once more it is suppressed once more. What has failed meanwhile is not sent again.',
    scope: 'directory.write',
    roles: ['supervisor', 'clientAdmin'],
    params: OneSuppression,
    replies: { 204: null },
  },
});
