// The routes of privacy.
import { DaysQuery, ErasureLogPage } from '#privacy/schema.ts';
import { routesOf } from '#shared/route.ts';

export const privacyRoutes = routesOf({
  listErasureLog: {
    method: 'GET',
    path: '/v1/erasure-log',
    api: 'privacy',
    tag: 'privacy',
    summary: 'List the days of the erasure log, newest first',
    description:
      'Each day that has ended is closed: a Merkle root (RFC 9162) over a leaf of the service and one of each client with erasures, in a head that names the hash of the day before, signed. Privacy officers see all leaves; client admins those of their own clients, each with its path to the root. `npm run verify-log` checks saved answers offline. It goes two years back.',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    query: DaysQuery,
    replies: { 200: ErasureLogPage },
    problems: ['invalid-cursor'],
  },
});
