// The routes of access, each once: users of a client, people of the service, machine clients.
import { client, key, least, type Step } from './step.ts';

export const accessSteps: readonly Step[] = [
  {
    routeId: 'inviteUser',
    request: (s, n) => ({
      params: client(s),
      body: { role: 'clientAdmin', email: `admin${n}@nordvik.example`, name: 'Maj Åberg' },
      headers: key(n, 'user'),
    }),
    keep: ({ id }, etag) => ({ userId: id, userEtag: etag }),
    least: least(2, 2, 10),
    why: 'membership, client; user and membership with their keys, idempotency row',
  },
  {
    routeId: 'listUsers',
    request: (s) => ({ params: client(s) }),
    least: least(4, 5, 0),
    why: 'own membership, client; a page of one membership, and its key (consistently); user and key',
  },
  {
    routeId: 'changeUser',
    request: (s) => ({
      params: { ...client(s), userId: s.userId ?? '' },
      body: { role: 'staffMember', staffId: s.staffId },
      headers: { 'if-match': s.userEtag ?? '' },
    }),
    least: least(2, 7, 4),
    why: 'own membership, client, membership and user with their keys, staff member; the membership and a fresh key',
  },
  {
    routeId: 'withdrawUser',
    request: (s) => ({ params: { ...client(s), userId: s.userId ?? '' } }),
    least: least(2, 5, 12),
    why: 'own membership, client, the membership, user, key; both removed with their keys, two tombstones',
  },
  {
    routeId: 'inviteOperator',
    request: (_, n) => ({
      body: { role: 'operator', email: `operator${n}@answeronline.example`, name: 'Pär Lööf' },
      headers: key(n, 'operator'),
    }),
    keep: ({ id }, etag) => ({ operatorId: id, operatorEtag: etag }),
    least: least(2, 1, 10),
    why: 'membership; user and membership with their keys, idempotency row',
  },
  {
    routeId: 'listOperators',
    request: () => ({}),
    least: least(4, 6, 0),
    why: 'own membership; a page of two memberships, and their keys (consistently); users and keys',
  },
  {
    routeId: 'changeOperator',
    request: (s) => ({
      params: { userId: s.operatorId ?? '' },
      body: { role: 'privacyOfficer' },
      headers: { 'if-match': s.operatorEtag ?? '' },
    }),
    least: least(2, 5, 4),
    why: 'own membership, membership and user with their keys; the membership and a fresh key',
  },
  {
    routeId: 'withdrawOperator',
    request: (s) => ({ params: { userId: s.operatorId ?? '' } }),
    least: least(2, 4, 10),
    why: 'own membership, the membership, user, key; both removed with their keys, a tombstone',
  },
  {
    routeId: 'createMachineClient',
    request: (s, n) => ({
      body: { name: 'Växeln', scopes: ['messages.write'], clientIds: [s.clientId] },
      headers: key(n, 'machine'),
    }),
    keep: ({ machineId = '' }) => ({ machineId }),
    least: least(3, 2.5, 6),
    why: 'membership, client; the places taken; machine client, key, idempotency row',
  },
  {
    routeId: 'listMachineClients',
    request: () => ({}),
    least: least(3, 2.5, 0),
    why: 'membership; a page of one; its key',
  },
  {
    routeId: 'deleteMachineClient',
    request: (s) => ({ params: { machineId: s.machineId ?? '' } }),
    least: least(3, 2.5, 6),
    why: 'membership; the place; machine client and key removed, a tombstone',
  },
];
