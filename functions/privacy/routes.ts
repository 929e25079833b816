// The routes of privacy.
import { ClientErasure, ClientErasureInput, DaysQuery, ErasureLogPage } from '#privacy/schema.ts';
import { ClientParams } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

export const privacyRoutes = routesOf({
  eraseClient: {
    method: 'POST',
    path: '/v1/clients/{clientId}/erasures',
    api: 'privacy',
    tag: 'privacy',
    summary: 'Erase a client that has ended, with everything that belongs to it',
    description:
      'This cannot be undone. At once every route answers 410 for the client, its numbers are free, and no message is taken for it. Within a quarter of an hour the keys of its messages and its staff are destroyed, its users and machine clients withdrawn (those of other clients too stay there); then the records go. It may be repeated, and goes on from where it stands.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer'],
    params: ClientParams,
    body: ClientErasureInput,
    replies: { 202: ClientErasure },
    problems: ['client-not-ended'],
    ofErased: true,
  },
  readClientErasure: {
    method: 'GET',
    path: '/v1/clients/{clientId}/erasures',
    api: 'privacy',
    tag: 'privacy',
    summary: 'Read how far the erasure of a client is',
    description: 'For twelve months. 404 for a client that nobody has asked to erase.',
    scope: 'privacy.read',
    roles: ['privacyOfficer'],
    params: ClientParams,
    replies: { 200: ClientErasure },
    ofErased: true,
  },
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
