// The routes of the audit: its rows, and the days that they are closed in.
import { AuditLogPage, AuditPage, AuditQuery, HomeParams } from '#privacy/audit-schema.ts';
import { DaysQuery } from '#privacy/schema.ts';
import { routesOf } from '#shared/route.ts';

export const auditRoutes = routesOf({
  listAudit: {
    method: 'GET',
    path: '/v1/clients/{clientId}/audit',
    api: 'privacy',
    tag: 'privacy',
    summary: 'List who has done what at the client, newest first',
    description:
      'Each change, and each time that an old message or a protected person was shown to anybody else: who, when, with which record, and why where a reason is asked for. Taking a message is none: the message is its own record. Kept for 24 months, also after the client has been erased. With `service` for the client what belongs to none; for people of the service. `leaf` is the text over which the day of the row is closed: see `GET /v1/audit-log`.',
    scope: 'privacy.read',
    roles: ['supervisor', 'privacyOfficer', 'clientAdmin'],
    params: HomeParams,
    query: AuditQuery,
    replies: { 200: AuditPage },
    problems: ['invalid-cursor'],
    ofErased: true,
  },
  listAuditLog: {
    method: 'GET',
    path: '/v1/audit-log',
    api: 'privacy',
    tag: 'privacy',
    summary: 'List the days of the audit log, newest first',
    description:
      'Each day that has ended is closed: a Merkle root (RFC 9162) over one leaf of each client with rows that day, in a head that names the hash of the day before, signed. The root in a leaf is that over the `leaf` texts of the rows, by id. Privacy officers see all leaves; client admins those of their own clients, each with its path to the root. `npm run verify-log` checks saved answers offline, and rows against them. It goes two years back.',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    query: DaysQuery,
    replies: { 200: AuditLogPage },
    problems: ['invalid-cursor'],
  },
});
