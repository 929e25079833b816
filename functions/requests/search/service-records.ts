// Searches what the service keeps of itself: who it is and whom to ask, and the contacts of those who work for it.
import { detailsReads, openDetails } from '#agreements/service-details.ts';
import { readSubProcessors } from '#agreements/sub-processors.ts';
import { type Field, field, type Readable } from '#requests/search/field.ts';
import { openEach, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';

const DETAILS = 'details';
const contact = { slot: 'contact', part: 'contact', own: true } as const;
const signatory = { slot: 'countersigner', part: 'signatory', own: true } as const;

/** One read of 2 units. */
export const serviceDetailsSearcher: Searcher = {
  stores: ['serviceDetails'],
  page: (app, home, quest) => serviceDetailsSearcher.open(app, home, quest, [DETAILS]),

  async open(app, home, _, recordIds) {
    const opened = await openEach(app, home, recordIds, {
      reads: () => detailsReads(),
      open: (found, id) => {
        const details = openDetails(found);
        if (!details) return undefined;
        const { privacyContact, signatory: signer, email, phone } = details.value;
        const fields: Field[] = [
          ...field('emails.*.address', 'email', email, { n: 0, slot: 'service', part: 'contact', own: true }),
          ...field('phones.*.number', 'phone', phone, { n: 0, slot: 'service', part: 'contact', own: true }),
          ...field('contacts.*.name', 'name', privacyContact.name, { n: 0, ...contact }),
          ...field('contacts.*.email', 'email', privacyContact.email, { n: 0, ...contact }),
          ...field('contacts.*.phone', 'phone', privacyContact.phone, { n: 0, ...contact }),
          ...field('countersigner.name', 'name', signer.name, signatory),
          ...field('countersigner.title', 'plain', signer.title, signatory),
          ...field('updatedAt', 'time', details.changedAtMs),
        ];
        return { store: 'serviceDetails', recordId: id, home, whose: 'nobody', fields };
      },
    });
    return { ...opened, looked: recordIds.length };
  },
};

/** A person may be a sub-processor, and a contact is one as a rule. */
async function subProcessors(app: App, home: string, wanted: (id: string) => boolean) {
  const all = (await readSubProcessors(app)).filter(({ id }) => wanted(id));
  const records = all.map(({ id, current, next }): Readable => {
    const details = current ?? next?.details;
    const own = { own: true } as const;
    const fields = [
      ...field('name', 'name', details?.name, { slot: 'self', part: 'self' }),
      ...field('address', 'text', details?.address, own),
      ...field('contact', 'text', details?.contact, own),
    ];
    return { store: 'subProcessor', recordId: id, home, whose: 'self', fields };
  });
  return { records, looked: all.length, unreadable: 0 };
}

/** Two queries of a few records. */
export const subProcessorSearcher: Searcher = {
  stores: ['subProcessor'],
  page: (app, home) => subProcessors(app, home, () => true),
  open: (app, home, _, recordIds) => subProcessors(app, home, (id) => recordIds.includes(id)),
};
