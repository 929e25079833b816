// Every route once, in an order in which each finds what it needs.
import { aStaffMember } from '#test/support/builders/staff.ts';
import { accessSteps } from './access-steps.ts';
import { aMessage, benchClient, client, key, least, message, type Step, staff } from './step.ts';

const directory: readonly Step[] = [
  {
    routeId: 'createClient',
    request: (_, n) => ({ body: benchClient(n), headers: key(n, 'client') }),
    keep: ({ id }, etag) => ({ clientId: id, clientEtag: etag }),
    least: least(2, 1, 8),
    why: 'membership; client, its key, its number, the idempotency row',
  },
  {
    routeId: 'readClient',
    request: (s) => ({ params: client(s) }),
    least: least(1, 3, 0),
    why: 'membership, client, key',
  },
  {
    routeId: 'changeClient',
    request: (s) => ({ params: client(s), body: { town: 'Luleå' }, headers: { 'if-match': s.clientEtag ?? '' } }),
    least: least(2, 3, 4),
    why: 'membership, client, key; client and a fresh key',
  },
  {
    routeId: 'searchClients',
    request: (_, n) => ({ body: { number: `08-465 004 0${n}` } }),
    least: least(2, 4, 0),
    why: 'membership and number; then client and key',
  },
  {
    routeId: 'createStaffMember',
    request: (s, n) => ({ params: client(s), body: aStaffMember(), headers: key(n, 'staff') }),
    keep: ({ id }, etag) => ({ staffId: id, staffEtag: etag }),
    least: least(2, 2, 6),
    why: 'membership, client; staff member, key, idempotency row',
  },
  {
    routeId: 'readStaffMember',
    request: (s) => ({ params: staff(s) }),
    least: least(1, 4, 0),
    why: 'membership, client, staff member, key',
  },
  {
    routeId: 'changeStaffMember',
    request: (s) => ({ params: staff(s), body: { title: 'Chef' }, headers: { 'if-match': s.staffEtag ?? '' } }),
    least: least(2, 4, 4),
    why: 'membership, client, staff member, key; staff member and a fresh key',
  },
  {
    routeId: 'setAbsence',
    request: (s) => ({ params: staff(s), body: { reason: 'meeting', until: '2099-01-01T12:00:00Z' } }),
    least: least(2, 4, 4),
    why: 'membership, client, staff member, key; staff member and a fresh key',
  },
  { routeId: 'endAbsence', request: (s) => ({ params: staff(s) }), least: least(2, 4, 4), why: 'as setAbsence' },
];

const messages: readonly Step[] = [
  {
    routeId: 'takeMessage',
    request: (s, n) => ({ params: client(s), body: aMessage(s.staffId ?? ''), headers: key(n, 'message') }),
    keep: ({ id }) => ({ messageId: id }),
    least: least(2, 5, 12),
    why: 'membership, client, staff member, two keys; key row (2+1), message (2), two deliveries (4), due (2), inbox (1)',
  },
  {
    routeId: 'getMessage',
    request: (s) => ({ params: message(s) }),
    least: least(2, 7, 0),
    why: 'membership, client and message; then key, two deliveries, the key of their address',
  },
  {
    routeId: 'changeMessage',
    request: (s) => ({ params: message(s), body: { handled: true } }),
    least: least(3, 7, 1),
    why: 'as getMessage; the message',
  },
];

const lists: readonly Step[] = [
  {
    routeId: 'listMessages',
    request: (s) => ({ params: client(s), query: { limit: '25' } }),
    least: least(3, 5.5, 0),
    why: 'membership; a page of one message; key, two deliveries, the key of their address',
  },
  {
    routeId: 'listClients',
    request: () => ({}),
    least: least(3, 2.5, 0),
    why: 'membership; a page of two clients, and their keys (consistently)',
  },
  {
    routeId: 'listStaff',
    request: (s) => ({ params: client(s) }),
    least: least(3, 2.5, 0),
    why: 'membership; a page of one staff member, and the key (consistently)',
  },
];

const erasures: readonly Step[] = [
  {
    routeId: 'deleteMessage',
    request: (s) => ({ params: message(s), query: { why: 'clientAsked' } }),
    least: least(2, 3, 13),
    why: 'membership, client, message; at once the key (2), message, two deliveries, a tombstone (8) and indexes (3)',
  },
  {
    routeId: 'eraseStaffMember',
    request: (s) => ({ params: staff(s), query: { why: 'clientAsked' } }),
    least: least(2, 4, 9),
    why: 'membership, client, staff member, tombstone; at once two keys, staff member and a tombstone (8) and its index (1)',
  },
];

const open: readonly Step[] = [
  { routeId: 'readHealth', request: () => ({}), least: least(0, 0, 0), why: 'nothing' },
  { routeId: 'readOpenApi', request: () => ({}), least: least(0, 0, 0), why: 'nothing' },
];

/** Erasures last: they take away what the others read. */
export const scenario: readonly Step[] = [...directory, ...messages, ...lists, ...accessSteps, ...erasures, ...open];
