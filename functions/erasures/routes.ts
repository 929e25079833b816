// The routes of erasures on request: asked for, looked at, confirmed by somebody else, done, certified.
import {
  AllErasuresPage,
  CertificatePage,
  ConfirmationInput,
  ContinuationInput,
  Erasure,
  ErasureInput,
  ErasureListQuery,
  ErasurePage,
  OneCertificate,
  OneErasure,
  SignedCertificate,
} from '#erasures/schema.ts';
import { ClientParams, ListQuery } from '#shared/fields.ts';
import { routesOf } from '#shared/route.ts';

const common = { api: 'privacy', tag: 'erasures', ofErased: true } as const;
const writing = {
  scope: 'privacy.write',
  readScope: 'privacy.read',
  roles: ['privacyOfficer', 'clientAdmin'],
} as const;
const reading = { scope: 'privacy.read', roles: ['privacyOfficer', 'clientAdmin'] } as const;

export const erasureRoutes = routesOf({
  askForErasure: {
    ...common,
    ...writing,
    method: 'POST',
    path: '/v1/clients/{clientId}/erasures',
    summary: 'Ask for an erasure: of a person, a message, the register, or a client that has ended',
    description:
      'Nothing is erased yet: what there is is counted (`counting`, then `asked`), with what is kept and until when, and what is out of reach. Somebody else confirms it. A person’s is for privacy officers: it needs the client’s instruction, and a decision about each finding of the search, which stands fast from then on: 409 erasure-under-way. One of a request at a time. A new instruction, `prepare` and `close` take it back until it is confirmed. Erasing the register takes the staff with their users, and how calls are answered; the client itself goes on, with its own contacts.',
    body: ErasureInput,
    auditDetail: 'what',
    params: ClientParams,
    replies: { 201: Erasure },
    problems: [
      'client-not-ended',
      'instruction-missing',
      'erasure-under-way',
      'wrong-state',
      'idempotency-mismatch',
      'erased',
    ],
    idempotent: true,
  },
  listErasures: {
    ...common,
    ...reading,
    method: 'GET',
    path: '/v1/clients/{clientId}/erasures',
    summary: "List a client's erasures, newest first",
    description: 'Kept for ten years after they were done, also of a client that is gone.',
    params: ClientParams,
    query: ListQuery,
    replies: { 200: ErasurePage },
    problems: ['invalid-cursor'],
  },
  listAllErasures: {
    api: 'privacy',
    tag: 'erasures',
    method: 'GET',
    path: '/v1/erasures',
    summary: 'List the erasures of all clients, also of those that are gone: open ones, or done ones, newest first',
    description:
      '`open`: counted, waiting for somebody’s confirmation, running, or waiting for what only people can change; by when somebody asked. `done`: each with its `certificateId`; by when it was done.',
    scope: 'privacy.read',
    roles: ['privacyOfficer'],
    query: ErasureListQuery,
    replies: { 200: AllErasuresPage },
    problems: ['invalid-cursor'],
  },
  readErasure: {
    ...common,
    ...reading,
    method: 'GET',
    path: '/v1/clients/{clientId}/erasures/{erasureId}',
    summary: 'Read an erasure: what is to go, what stays, how far it is',
    params: OneErasure,
    replies: { 200: Erasure },
  },
  confirmErasure: {
    ...common,
    ...writing,
    method: 'POST',
    path: '/v1/clients/{clientId}/erasures/{erasureId}/confirmation',
    summary: 'Confirm an erasure that somebody else has asked for',
    description:
      'This cannot be undone. For a person the first of the two is whoever gave the client’s instruction, and a privacy officer confirms. A client is gone at once: every route answers 410 for it, and its numbers are free. Repeated it answers with how far it is.',
    params: OneErasure,
    body: ConfirmationInput,
    replies: { 200: Erasure },
    problems: ['second-person-required', 'client-not-ended', 'instruction-missing', 'wrong-state', 'erased'],
  },
  continueErasure: {
    ...common,
    ...writing,
    roles: ['privacyOfficer'],
    method: 'POST',
    path: '/v1/clients/{clientId}/erasures/{erasureId}/continuation',
    summary: 'Go on with an erasure that waits for people, or stands still',
    description:
      'What `byHand` names is to be changed by a person, or left with a reason. Then the person is looked for anew: what is still found is erased, or stands in `byHand` again; where nothing is, the erasure is done.',
    params: OneErasure,
    body: ContinuationInput,
    replies: { 200: Erasure },
    problems: ['wrong-state'],
  },
  withdrawErasure: {
    ...common,
    ...writing,
    method: 'DELETE',
    path: '/v1/clients/{clientId}/erasures/{erasureId}',
    summary: 'Withdraw an erasure that nobody has confirmed',
    params: OneErasure,
    replies: { 204: null },
    problems: ['wrong-state'],
  },
  listCertificates: {
    ...common,
    ...reading,
    method: 'GET',
    path: '/v1/clients/{clientId}/certificates',
    summary: 'List the certificates of erasures, newest first',
    params: ClientParams,
    query: ListQuery,
    replies: { 200: CertificatePage },
    problems: ['invalid-cursor'],
  },
  readCertificate: {
    ...common,
    ...reading,
    method: 'GET',
    path: '/v1/clients/{clientId}/certificates/{certificateId}',
    summary: 'Read the certificate of an erasure, signed',
    description:
      'Save it as it is: `npm run verify-certificate FILE` checks it offline. It holds nothing personal: ids, counts, times, what is kept and what is out of reach.',
    params: OneCertificate,
    replies: { 200: SignedCertificate },
  },
});
