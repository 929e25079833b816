// The routes of the search for a person, of what it found, and of the access report.
import { OneRequest } from '#requests/schema.ts';
import {
  Decided,
  FindingDecisions,
  FindingPage,
  FindingsQuery,
  ReportInput,
  ReportStanding,
  ReportStarted,
  SearchAgain,
  SearchStarted,
} from '#requests/search-schema.ts';
import { routesOf } from '#shared/route.ts';

const path = '/v1/clients/{clientId}/subject-requests/{requestId}' as const;
const common = { api: 'privacy', tag: 'requests', params: OneRequest } as const;

export const searchRoutes = routesOf({
  searchForSubject: {
    ...common,
    method: 'POST',
    path: `${path}/search`,
    summary: 'Search for the person of a request once more',
    description:
      'In every store of the register, by the request’s names, numbers, addresses and staff id. It runs as a job: `GET …/report` says how far it is. The first search is started by the step `prepare`. What was decided about findings that are still there stays decided; what is not there any more goes.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer'],
    body: SearchAgain,
    replies: { 202: SearchStarted },
    problems: ['instruction-missing', 'wrong-state', 'erased'],
  },
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
      'Many at once: a hundred by their ids, or all that answer to a description, a page at a time. 409 wrong-state while a search runs, and after the report was released.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer'],
    body: FindingDecisions,
    replies: { 200: Decided },
    problems: ['invalid-cursor', 'wrong-state', 'erased'],
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
