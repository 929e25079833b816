// What the form of a staff member edits, made from the record and back: telephone numbers as people read them.
import type { components } from '#web/api/schema.d.ts';
import type { StaffMember as Wire } from '#web/api/types.ts';
import { bareNumber, phoneWords } from '#web/words/phones.ts';

type Input = components['schemas']['StaffInput'];

export type StaffMember = Wire;
export type Phone = Input['phones'][number];
export type Email = Input['emails'][number];
export type AnswerNote = Input['answerNotes'][number];
export type Absence = Input['absences'][number];
export type AbsenceReason = Absence['reason'];
export type When = Input['answerNotes'][number]['when'];
export type Delivery = Input['delivery'];
export type Step = Delivery['normal'][number];
export type Urgency = 'normal' | 'urgent';

export type StaffValue = Input;

export const emptyValue = (): StaffValue => ({
  kind: 'person',
  name: '',
  alsoKnownAs: [],
  pronunciation: null,
  language: 'sv',
  title: null,
  department: null,
  phones: [],
  emails: [],
  connect: 'ask',
  keywords: [],
  answerNote: null,
  answerNotes: [],
  absences: [],
  delivery: { normal: [], urgent: [], quietHours: null },
  contentMode: null,
  protected: false,
  active: true,
});

const contactWords = (contact: string): string => (contact.includes('@') ? contact : phoneWords(contact));

const readableStep = (step: NonNullable<Wire['delivery']>['normal'][number]): Step => ({
  ...(step as Step),
  ...(step.contacts && { contacts: step.contacts.map(contactWords) }),
});

export function editable(member: Wire): StaffValue {
  const { delivery } = member;
  return {
    kind: member.kind,
    name: member.name,
    alsoKnownAs: member.alsoKnownAs,
    pronunciation: member.pronunciation,
    language: member.language,
    title: member.title,
    department: member.department,
    phones: member.phones.map((phone) => ({ ...phone, number: phoneWords(phone.number) })),
    emails: member.emails,
    connect: member.connect,
    keywords: member.keywords,
    answerNote: member.answerNote,
    answerNotes: member.answerNotes,
    absences: (member.absences ?? []) as Absence[],
    delivery: {
      normal: delivery?.normal.map(readableStep) ?? [],
      urgent: delivery?.urgent.map(readableStep) ?? [],
      quietHours: delivery?.quietHours ?? null,
    },
    contentMode: member.contentMode ?? null,
    protected: member.protected,
    active: member.active,
  };
}

const orNull = (text: string | null): string | null => text?.trim() || null;

export const sameContact = (a: string, b: string): boolean =>
  a.includes('@') || b.includes('@')
    ? a.trim().toLowerCase() === b.trim().toLowerCase()
    : bareNumber(a) === bareNumber(b);

/** Contacts that the person no longer has would be refused: the plan goes on without them. */
function withOwnContacts(step: Step, own: readonly string[]): Step {
  const { contacts, ...rest } = step;
  const left = contacts?.filter((contact) => own.some((one) => sameContact(one, contact))) ?? [];
  const isSelf = rest.to === undefined || rest.to === 'self';
  return isSelf && left.length > 0 ? { ...rest, contacts: left } : rest;
}

/** Rows that nobody filled in, and spaces around words, are not sent. */
export function tidied(value: StaffValue): StaffValue {
  const phones = value.phones
    .map((phone) => ({ ...phone, label: orNull(phone.label), number: phone.number.trim() }))
    .filter(({ label, number }) => label !== null || number !== '');
  const emails = value.emails
    .map((email) => ({ ...email, label: orNull(email.label), address: email.address.trim() }))
    .filter(({ label, address }) => label !== null || address !== '');
  const own = [...phones.map(({ number }) => number), ...emails.map(({ address }) => address)];
  const steps = (list: readonly Step[]) => list.map((step) => withOwnContacts(step, own));
  return {
    ...value,
    name: value.name.trim(),
    pronunciation: orNull(value.pronunciation),
    title: orNull(value.title),
    department: orNull(value.department),
    answerNote: orNull(value.answerNote),
    phones,
    emails,
    answerNotes: value.answerNotes.map((note) => ({ ...note, name: orNull(note.name), text: note.text.trim() })),
    absences: value.absences.map((one) => ({ ...one, note: orNull(one.note), operatorNote: orNull(one.operatorNote) })),
    delivery: { ...value.delivery, normal: steps(value.delivery.normal), urgent: steps(value.delivery.urgent) },
  };
}
