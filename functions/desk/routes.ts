// The routes of the desk: what an operator sees, and finds, while a caller waits.
import * as z from 'zod/mini';
import { Desk, DeskQuery } from '#desk/desk-schema.ts';
import { StaffHits, StaffSearch } from '#desk/search-schema.ts';
import { ClientParams } from '#shared/fields.ts';
import { lazy, routesOf } from '#shared/route.ts';

export const deskRoutes = routesOf({
  readDesk: {
    method: 'GET',
    path: '/v1/clients/{clientId}/desk',
    api: 'desk',
    tag: 'desk',
    summary: 'All that an operator needs before saying the first word',
    description:
      "How to answer now, by the number that was called (`line`, as the search for clients answers it) and in its language; whether the client is open; what to do and what to ask for; what to tell a caller who asks for nobody by name; whom to ask where nobody is in; notices; today's messages, newest first, at most 20, without the matter of sensitive ones; and what to say to a caller who asks why the data is kept. Each thing names the rule that won (`why`): `of` is the client or the person, `version` that of the client's answering, or of the client itself for the phrase of a number and for what is said by default. `references` and `answer.reference` go with the message that is taken, in `answered`.",
    scope: 'directory.read',
    readScope: 'messages.read',
    roles: ['supervisor', 'operator', 'clientAdmin', 'machine'],
    params: ClientParams,
    query: DeskQuery,
    replies: { 200: Desk },
  },
  readCallerNotice: {
    method: 'GET',
    path: '/v1/clients/{clientId}/caller-notice',
    api: 'desk',
    tag: 'open',
    summary: 'A page for callers: why their data is kept, for how long, and what they may ask for',
    description:
      'In Swedish and English, for anybody. The words are those of the client (`callerNotice` of its answering), else of the service. 404 for a client that has ended, or is not there.',
    scope: null,
    roles: [],
    params: ClientParams,
    html: true,
    ofErased: true,
    replies: { 200: lazy(() => z.string()) },
  },
  searchStaff: {
    method: 'POST',
    path: '/v1/clients/{clientId}/staff/search',
    api: 'desk',
    tag: 'staff',
    summary: 'Find people by what a caller says',
    description:
      'By name, other names, title, department, keywords, answer note or digits of a telephone number; every word of the text must be found, but for small ones between them (`på`, `i`, `from`). The beginning of a word is enough, case and accents do not matter (with å, ä and ö as they are written first), and from four letters on one typing error is forgiven. Names come before titles and departments, these before keywords, and answer notes last. Numbers and addresses are those that the reader may see, as where a staff member is read. Who is not active is not found.',
    scope: 'directory.read',
    roles: ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'],
    params: ClientParams,
    body: StaffSearch,
    replies: { 200: StaffHits },
    unwitnessed: 'it only reads',
  },
});
