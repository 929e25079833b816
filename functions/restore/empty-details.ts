// What stands in for details that no key opens any more: nothing is guessed, and somebody has to fill it in.
import type { SubProcessorValue } from '#agreements/sub-processors.ts';
import { EMPTY_ANSWERING } from '#clients/answering.ts';
import type { AnsweringDetails } from '#clients/answering-schema.ts';
import type { ClientDetails } from '#clients/schema.ts';
import type { MessageContent } from '#messages/schema.ts';
import type { RequestDetails } from '#requests/store.ts';
import { noWishes } from '#staff/delivery-wishes.ts';
import type { StaffDetails } from '#staff/schema.ts';

/** People read it where the name would stand, or the matter. */
const DETAILS_MISSING = 'Uppgifter saknas efter återställning';

export const emptyClient = (): ClientDetails => ({
  name: DETAILS_MISSING,
  legalName: null,
  organisationNumber: null,
  town: null,
  numbers: [],
  contacts: [],
  generalInbox: null,
});

/** Operators read it at the next call. */
export const emptyAnswering = (): AnsweringDetails => ({ ...EMPTY_ANSWERING, instructions: DETAILS_MISSING });

/** Nobody knows whether the person was protected: until somebody does, it is so. */
export const emptyStaff = (): StaffDetails => ({
  kind: 'person',
  name: DETAILS_MISSING,
  alsoKnownAs: [],
  pronunciation: null,
  language: 'sv',
  title: null,
  department: null,
  phones: [],
  emails: [],
  connect: 'no',
  keywords: [],
  answerNote: null,
  answerNotes: [],
  absences: [],
  delivery: noWishes,
  contentMode: 'notice',
  protected: true,
  active: true,
});

/** The role stands open. What its home called the user nobody can say. */
export const emptyMember = () => ({ name: DETAILS_MISSING });

/** Nobody knows whether it was sensitive: then it is. */
export const emptyMessage = (): MessageContent => ({
  caller: {},
  matter: DETAILS_MISSING,
  callBack: false,
  sensitive: true,
});

/** Whom it is about stands open: nobody is looked for until somebody has said so. */
export const emptyRequest = (): RequestDetails => ({
  who: { names: [], phones: [], emails: [], staffId: null },
  text: DETAILS_MISSING,
  contact: null,
  notes: null,
  identityNote: null,
  instructionText: null,
  closingText: null,
});

const NOTHING_SAID = '–';

/** `ZZ`: no country. */
export const emptySubProcessor = (): SubProcessorValue => ({
  current: {
    name: DETAILS_MISSING,
    address: NOTHING_SAID,
    contact: NOTHING_SAID,
    country: 'ZZ',
    place: NOTHING_SAID,
    purpose: { sv: NOTHING_SAID, en: NOTHING_SAID },
    ultimateParent: null,
    transfer: null,
  },
  next: null,
  lost: true,
});
