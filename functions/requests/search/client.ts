// Searches what a client has said about itself: contacts, general inbox, the names of a sole trader.
import { clientReads, type OpenedClient, openClient } from '#clients/store.ts';
import { type Field, field, fieldsOfEach } from '#requests/search/field.ts';
import { openEach, type Searcher } from '#requests/search/searcher.ts';

/** Of several people: each sees what is their own. */
function fieldsOf({ value, createdAtMs }: OpenedClient): Field[] {
  const trader = { slot: 'client', part: 'self', own: true } as const;
  const of = (slot: string) => ({ slot, part: 'contact', own: true }) as const;
  const inbox = (slot: string) => ({ slot, part: 'recipient', own: true }) as const;
  return [
    ...field('name', 'name', value.name, trader),
    ...field('legalName', 'name', value.legalName, trader),
    ...field('organisationNumber', 'plain', value.organisationNumber, trader),
    ...fieldsOfEach(value.numbers, ({ number, answerPhrase }, n) => [
      ...field('numbers.*.number', 'phone', number, { n, ...of(`number.${n}`) }),
      ...field('numbers.*.answerPhrase', 'text', answerPhrase, { n, own: true }),
    ]),
    ...fieldsOfEach(value.contacts, ({ name, title, email, phone }, n) => [
      ...field('contacts.*.name', 'name', name, { n, ...of(`contact.${n}`) }),
      ...field('contacts.*.title', 'plain', title, { n, ...of(`contact.${n}`) }),
      ...field('contacts.*.email', 'email', email, { n, ...of(`contact.${n}`) }),
      ...field('contacts.*.phone', 'phone', phone, { n, ...of(`contact.${n}`) }),
    ]),
    ...fieldsOfEach(value.generalInbox?.emails, (email, n) =>
      field('inbox.emails.*', 'email', email, { n, ...inbox(`inbox.email.${n}`) }),
    ),
    ...fieldsOfEach(value.generalInbox?.phones, (phone, n) =>
      field('inbox.phones.*', 'phone', phone, { n, ...inbox(`inbox.phone.${n}`) }),
    ),
    ...field('createdAt', 'time', createdAtMs),
  ];
}

/** One read of 2 units. */
export const clientSearcher: Searcher = {
  stores: ['client', 'number'],
  page: (app, home, quest) => clientSearcher.open(app, home, quest, [home]),

  async open(app, home, _, recordIds) {
    const opened = await openEach(app, home, recordIds, {
      reads: (clientId) => clientReads(clientId),
      open: (found, clientId) => {
        const client = openClient(found, clientId);
        return client && { store: 'client', recordId: clientId, home, whose: 'nobody', fields: fieldsOf(client) };
      },
    });
    return { ...opened, looked: recordIds.length };
  },
};
