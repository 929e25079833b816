// Searches a client's staff: a person's own record, and what the records of colleagues say about them.
import type { When } from '#calendar/when.ts';
import { type Field, field, fieldsOfEach, type Readable } from '#requests/search/field.ts';
import { openEach, PAGE, type Searcher } from '#requests/search/searcher.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Absence } from '#staff/absence.ts';
import type { DeliveryWishes } from '#staff/delivery-wishes.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

const own = { slot: 'self', part: 'self' } as const;

const contactField = (name: 'plan.*.contact', contact: string, n: number): Field[] =>
  field(name, contact.includes('@') ? 'email' : 'phone', contact, { n, ...own });

function planFields({ normal, urgent }: DeliveryWishes): Field[] {
  return [...normal, ...urgent].flatMap(({ channels, contacts = [], to }, n) => [
    ...field('plan.*.channels', 'plain', channels.join(', '), { n }),
    ...contacts.flatMap((contact) => contactField('plan.*.contact', contact, n)),
    ...(typeof to === 'object' ? field('plan.*.to', 'staffId', to.staffId, { n }) : []),
  ]);
}

const whenText = ({ from, until, days, times }: When): string =>
  [
    days?.join(', '),
    times && `${times.from}–${times.until}`,
    (from !== undefined || until !== undefined) && `${from ?? ''} – ${until ?? ''}`,
  ]
    .filter(Boolean)
    .join(' ');

const absenceFields = (absence: Absence, n: number): Field[] => [
  ...field('absences.*.reason', 'code', absence.reason, { n }),
  ...field('absences.*.note', 'text', absence.note, { n }),
  ...field('absences.*.operatorNote', 'text', absence.operatorNote, { n }),
  ...(absence.recurring === null
    ? [
        ...field('absences.*.from', 'time', absence.fromMs, { n }),
        ...field('absences.*.until', 'time', absence.untilMs, { n }),
      ]
    : field('absences.*.recurring', 'plain', whenText(absence.recurring), { n })),
  // A place in a list of lists: the first number is enough to say which absence.
  ...absence.colleagues.flatMap((staffId) => field('absences.*.colleague', 'staffId', staffId, { n })),
];

function fieldsOf({ id, value, createdAtMs, updatedAtMs }: OpenedStaff): Field[] {
  return [
    ...field('staffId', 'staffId', id, own),
    ...field('kind', 'code', value.kind),
    ...field('name', 'name', value.name, own),
    ...fieldsOfEach(value.alsoKnownAs, (name, n) => field('alsoKnownAs.*', 'name', name, { n, ...own })),
    ...field('pronunciation', 'plain', value.pronunciation),
    ...field('language', 'code', value.language),
    ...field('title', 'plain', value.title),
    ...field('department', 'plain', value.department),
    ...fieldsOfEach(value.phones, ({ label, number }, n) => [
      ...field('phones.*.label', 'plain', label, { n }),
      ...field('phones.*.number', 'phone', number, { n, ...own }),
    ]),
    ...fieldsOfEach(value.emails, ({ label, address }, n) => [
      ...field('emails.*.label', 'plain', label, { n }),
      ...field('emails.*.address', 'email', address, { n, ...own }),
    ]),
    ...field('connect', 'code', value.connect),
    ...fieldsOfEach(value.keywords, (word, n) => field('keywords.*', 'text', word, { n })),
    ...field('answerNote', 'text', value.answerNote),
    ...fieldsOfEach(value.answerNotes, ({ text }, n) => field('answerNotes.*.text', 'text', text, { n })),
    ...fieldsOfEach(value.absences, absenceFields),
    ...planFields(value.delivery),
    ...(value.delivery.quietHours
      ? field('quietHours', 'plain', `${value.delivery.quietHours.from}–${value.delivery.quietHours.until}`)
      : []),
    ...field('contentMode', 'code', value.contentMode),
    ...field('protected', 'code', value.protected),
    ...field('active', 'code', value.active),
    ...field('createdAt', 'time', createdAtMs),
    ...field('updatedAt', 'time', updatedAtMs),
  ];
}

const readable = (staff: OpenedStaff): Readable => ({
  store: 'staff',
  recordId: staff.id,
  home: staff.clientId,
  whose: 'self',
  fields: fieldsOf(staff),
});

const opening = (home: string) => ({
  reads: (staffId: string) => staffReads(home, staffId),
  open: (found: Parameters<typeof openStaff>[0], staffId: string) => {
    const staff = openStaff(found, home, staffId);
    return staff && readable(staff);
  },
});

/** A page costs a query of the records and one of their keys: 1 unit for each 4 KB. */
export const staffSearcher: Searcher = {
  stores: ['staff', 'directoryPart'],

  async page(app, home, _, from) {
    const { pk } = recordKeys.staffOf(home);
    const startAfter = from === undefined ? undefined : { pk, sk: from };
    const { found, sortKeys, next } = await readRegisterPage(app.db, pk, { limit: PAGE, startAfter });
    const opened = await openEach(app, home, sortKeys, opening(home), found);
    return { ...opened, looked: sortKeys.length, next: next?.sk as string | undefined };
  },

  async open(app, home, _, recordIds) {
    return { ...(await openEach(app, home, recordIds, opening(home))), looked: recordIds.length };
  },
};
