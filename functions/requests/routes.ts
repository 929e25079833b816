// The routes of subject requests: what a person asks for, how far it has come, and each step of the way.
import { HomeParams, OneRequest } from '#requests/request-path.ts';
import {
  RequestInput,
  RequestListQuery,
  RequestPage,
  RequestPatch,
  RequestReceipt,
  StepInput,
  SubjectRequest,
} from '#requests/schema.ts';
import { ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

const common = { api: 'requests', tag: 'requests' } as const;

export const requestRoutes = routesOf({
  createSubjectRequest: {
    ...common,
    method: 'POST',
    path: '/v1/clients/{clientId}/subject-requests',
    summary: 'Log what a person asks for: access, rectification, erasure, restriction, portability, objection',
    description:
      'The client is the controller: it is told within one working day and says what is to be done. With `service` for the client it is about our own records, and we are the controller. The clock runs from `receivedAt`: one calendar month in Stockholm, clamped to the month’s last day. What a client admin logs the client knows already: it is `forwarded` from the start. Operators log requests and see nothing more of them.',
    scope: 'messages.write',
    roles: ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin'],
    params: HomeParams,
    body: RequestInput,
    replies: { 201: RequestReceipt },
    problems: ['idempotency-mismatch', 'erased'],
    idempotent: true,
  },
  listSubjectRequests: {
    ...common,
    method: 'GET',
    path: '/v1/clients/{clientId}/subject-requests',
    summary: "List a client's subject requests, newest first",
    description: 'Open and closed ones, until each is erased. Nothing of what is sealed: each is read by itself.',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: HomeParams,
    query: ListQuery,
    replies: { 200: RequestPage },
    problems: ['invalid-cursor'],
  },
  listAllSubjectRequests: {
    ...common,
    method: 'GET',
    path: '/v1/subject-requests',
    summary:
      'List the subject requests of all clients and of ourselves: open ones by deadline, closed ones newest first',
    scope: 'privacy.read',
    roles: ['privacyOfficer'],
    query: RequestListQuery,
    replies: { 200: RequestPage },
    problems: ['invalid-cursor'],
  },
  readSubjectRequest: {
    ...common,
    method: 'GET',
    path: '/v1/clients/{clientId}/subject-requests/{requestId}',
    summary: 'Read a subject request, with what may be done next',
    scope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: OneRequest,
    replies: { 200: SubjectRequest },
    problems: ['erased'],
  },
  changeSubjectRequest: {
    ...common,
    method: 'PATCH',
    path: '/v1/clients/{clientId}/subject-requests/{requestId}',
    summary: 'Correct or complete a subject request',
    description:
      'A merge patch of one level. What is asked for, and when it was received, can be corrected until it is instructed; who asks until it is released, and not while an erasure is asked for; a report that was made before goes with it; where something that was said of the person is said no more it is about another one, and the instruction, the identity and what was prepared are taken back; how long it is kept at any time. After closing only `notes` and `keepDays`.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: OneRequest,
    body: RequestPatch,
    replies: { 200: SubjectRequest },
    problems: ['erased', 'erasure-under-way', 'wrong-state'],
    ifMatch: true,
  },
  stepSubjectRequest: {
    ...common,
    method: 'POST',
    path: '/v1/clients/{clientId}/subject-requests/{requestId}/steps',
    summary: 'Take a subject request a step further',
    description:
      'Nothing is prepared, released or refused without `instruct`: 409 instruction-missing. Client admins identify, instruct, extend and close; the rest is the privacy officer’s. What a privacy officer writes down for a client in `instruct` says how the client gave it, and what it was. `prepare` starts the search for the person, of whom something has to be known to look for. `extend` once, at most two months, before the first deadline. Our own requests are not forwarded: we decide ourselves. A request for erasure is carried out when its erasure has a certificate: else 409 erasure-not-certified; of our own records when the person’s accounts are withdrawn. That nothing was found is offered after a search, and refused with 409 wrong-state where something was found, or somebody has to decide about it first. `instruct`, `prepare` and `close` take back an erasure that is asked for, and are refused once it is confirmed, until it is done: 409 erasure-under-way. Closing starts the time after which the request itself is erased.',
    scope: 'privacy.write',
    readScope: 'privacy.read',
    roles: ['privacyOfficer', 'clientAdmin'],
    params: OneRequest,
    body: StepInput,
    auditDetail: 'step',
    replies: { 200: SubjectRequest },
    problems: ['erased', 'instruction-missing', 'erasure-not-certified', 'erasure-under-way', 'wrong-state'],
  },
});
