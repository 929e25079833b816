// The routes of exports.
import { Export, ExportInput, ExportPage, OneExport } from '#exports/schema.ts';
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

const common = { api: 'privacy', tag: 'exports', roles: ['privacyOfficer', 'clientAdmin'] } as const;

export const exportRoutes = routesOf({
  createExport: {
    ...common,
    method: 'POST',
    path: '/v1/clients/{clientId}/exports',
    summary: "Take a client's register and messages out, as JSON, CSV and vCards in one ZIP",
    description:
      'Made by a job: read it until there is a `file`, then ask for its link. Protected people are left out unless they are named; messages whose time ends sooner than a day after the file’s are left out, and counted in `manifest.json`. One export of a client at a time: 409 while one is being made.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    params: ClientParams,
    body: ExportInput,
    replies: { 201: Export },
    problems: ['wrong-state', 'unknown-staff'],
  },
  listExports: {
    ...common,
    method: 'GET',
    path: '/v1/clients/{clientId}/exports',
    summary: "List a client's exports of the last 30 days, newest first",
    scope: 'privacy.read',
    params: ClientParams,
    query: ListQuery,
    replies: { 200: ExportPage },
    problems: ['invalid-cursor'],
  },
  readExport: {
    ...common,
    method: 'GET',
    path: '/v1/clients/{clientId}/exports/{exportId}',
    summary: 'Read an export: how far it is, and its file when it is there',
    scope: 'privacy.read',
    params: OneExport,
    replies: { 200: Export },
  },
});
