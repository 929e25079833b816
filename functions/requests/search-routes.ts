// The routes of the search for a person, of what it found, and of the access report.
import { OneRequest } from '#requests/request-path.ts';
import {
  Decided,
  FindingDecisions,
  FindingPage,
  FindingsQuery,
  ReportInput,
  ReportStanding,
  ReportStarted,
} from '#requests/search-schema.ts';
import { routesOf } from '#shared/route.ts';

const path = '/v1/clients/{clientId}/subject-requests/{requestId}' as const;
const common = { api: 'findings', tag: 'requests', params: OneRequest } as const;

export const searchRoutes = routesOf({
  listFindings: {
    ...common,
    method: 'GET',
    path: `${path}/findings`,
    summary: 'List what the search for a person has found, with what stands there now',
    scope: 'privacy.read',
    roles: ['privacyOfficer'],
    query: FindingsQuery,
    replies: { 200: FindingPage },
    problems: ['invalid-cursor', 'erased'],
  },
  decideFindings: {
    ...common,
    method: 'PATCH',
    path: `${path}/findings`,
    summary: 'Decide which findings are about the person, and what in them is about others',
    description:
      'Many at once: ninety by their ids, or all that answer to a description, a page at a time. 400 where `masked` would hide nothing; of those that a description fits such ones stay as they are. 409 wrong-state while a search runs, and after the report was released; 409 erasure-under-way once an erasure of what was found is asked for.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer'],
    body: FindingDecisions,
    replies: { 200: Decided },
    problems: ['invalid-cursor', 'instruction-missing', 'erasure-under-way', 'wrong-state', 'erased'],
  },
  makeAccessReport: {
    ...common,
    method: 'POST',
    path: `${path}/report`,
    summary: 'Make the access report: a file for machines and a file for people',
    description:
      'When each finding is decided, and each that may tell of other people has been looked at: else 409 wrong-state. It runs as a job. The files are sealed, and gone after seven days, or a day before the first message in them has its time over. Made again it takes the place of the one before.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer'],
    body: ReportInput,
    replies: { 202: ReportStarted },
    problems: ['instruction-missing', 'wrong-state', 'erased'],
  },
  readAccessReport: {
    ...common,
    method: 'GET',
    path: `${path}/report`,
    summary: 'Read how far the search and the access report are, and which files there are',
    description: 'Client admins are shown the report once it has been released.',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    replies: { 200: ReportStanding },
    problems: ['erased'],
  },
});
