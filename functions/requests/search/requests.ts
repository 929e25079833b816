// Searches subject requests: what somebody asked for before, and who was looked for.

import { type Field, field, fieldsOfEach } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import { type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';

const self = { slot: 'self', part: 'self' } as const;
const act = (slot: string) => ({ slot, part: 'actor', own: true }) as const;

const fieldsOf = ({ value, kind, state, receivedAtMs, loggedBy, instruction }: OpenedRequest): Field[] => [
  ...field('kind', 'code', kind),
  ...field('receivedAt', 'time', receivedAtMs),
  ...field('state', 'code', state),
  ...fieldsOfEach(value.who.names, (name, n) => field('who.names.*', 'name', name, { n, ...self })),
  ...fieldsOfEach(value.who.phones, (phone, n) => field('who.phones.*', 'phone', phone, { n, ...self })),
  ...fieldsOfEach(value.who.emails, (email, n) => field('who.emails.*', 'email', email, { n, ...self })),
  ...field('who.staffId', 'staffId', value.who.staffId, self),
  ...field('text', 'text', value.text),
  ...field('contact', 'text', value.contact),
  ...field('notes', 'text', value.notes),
  ...field('identityNote', 'text', value.identityNote),
  ...field('instructionText', 'text', value.instructionText),
  ...field('closingText', 'text', value.closingText),
  ...field('takenBy', 'userId', loggedBy, act('logger')),
  ...field('by', 'userId', instruction?.by, act('instructor')),
];

const opening = (app: App, home: string) => ({
  reads: (requestId: string) => requestReads(home, requestId),
  open: (found: Found, requestId: string) => {
    const request = openRequest(found, home, requestId, app.clock.nowMs());
    return request && { store: 'request', recordId: requestId, home, whose: 'self', fields: fieldsOf(request) };
  },
});

/** A page costs a query of the requests and one of their keys. */
export const requestSearcher: Searcher = {
  stores: ['request', 'finding'],

  async page(app, home, _, from) {
    const { pk } = recordKeys.requestsOf(home);
    const startAfter = from === undefined ? undefined : { pk, sk: from };
    const { found, sortKeys, next } = await readRegisterPage(app.db, pk, { limit: PAGE, startAfter });
    const opened = await openEach(app, home, sortKeys, opening(app, home), found);
    return { ...opened, looked: sortKeys.length, next: next?.sk as string | undefined };
  },

  async open(app, home, _, recordIds) {
    return { ...(await openEach(app, home, recordIds, opening(app, home))), looked: recordIds.length };
  },
};
