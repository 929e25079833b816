// The routes of clients: the register's first half.
import { Client, ClientHits, ClientInput, ClientPage, ClientPatch, ClientSearch } from '#clients/schema.ts';
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

const readers = ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'] as const;

export const clientRoutes = routesOf({
  createClient: {
    method: 'POST',
    path: '/v1/clients',
    api: 'directory',
    tag: 'clients',
    summary: 'Set up a client',
    description:
      'A telephone number belongs to one client only: 409 with a pointer to the number that is taken. Retention is the longest of the service unless given, and never longer.',
    scope: 'directory.write',
    roles: ['supervisor'],
    body: ClientInput,
    replies: { 201: Client },
    problems: ['number-taken', 'idempotency-mismatch', 'erased'],
    idempotent: true,
  },
  listClients: {
    method: 'GET',
    path: '/v1/clients',
    api: 'directory',
    tag: 'clients',
    summary: 'List clients, newest first',
    description: "People of the service see all; a client's users and machine clients those that they are bound to.",
    scope: 'directory.read',
    roles: readers,
    query: ListQuery,
    replies: { 200: ClientPage },
    problems: ['invalid-cursor'],
  },
  searchClients: {
    method: 'POST',
    path: '/v1/clients/search',
    api: 'directory',
    tag: 'clients',
    summary: 'Find a client by the number that was called, or by text',
    description:
      'By number: the one client that has it. By text: name, legal name, town and organisation number, exact hits first; case and accents do not matter; at most 20.',
    scope: 'directory.read',
    roles: readers,
    body: ClientSearch,
    replies: { 200: ClientHits },
    unwitnessed: 'it only reads',
  },
  readClient: {
    method: 'GET',
    path: '/v1/clients/{clientId}',
    api: 'directory',
    tag: 'clients',
    summary: 'Read a client',
    description:
      'Staff members and machine clients do not see `organisationNumber` and `contacts`; `generalInbox` holds addresses of recipients, and is for supervisors and client admins.',
    scope: 'directory.read',
    roles: readers,
    params: ClientParams,
    replies: { 200: Client },
    problems: ['erased'],
  },
  changeClient: {
    method: 'PATCH',
    path: '/v1/clients/{clientId}',
    api: 'directory',
    tag: 'clients',
    summary: 'Change a client',
    description:
      'A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. Only a supervisor changes `status`, `endsAt` and `organisationNumber`, adds or removes numbers, or makes the retention longer; machine clients change neither `contacts` nor `generalInbox`, which they do not see. 403 with pointers. A retention holds for new messages; with `retentionAppliesTo: all` the sweeper brings old ones forward within a quarter of an hour, never back, and erases what is over by then: this cannot be undone. A paused client may have a day on which it ends (`endsAt`), with how it has said so in writing. An ended one is erased by itself after thirty days (`erasedAfter`); its admins are told a week before.',
    scope: 'directory.write',
    readScope: 'directory.read',
    roles: ['supervisor', 'clientAdmin', 'machine'],
    params: ClientParams,
    body: ClientPatch,
    replies: { 200: Client },
    problems: ['number-taken', 'erased'],
    ifMatch: true,
  },
});
