// What stands in a record, field by field: one reading of it serves the search, the review and the report.
import type { Part } from '#requests/report-schema.ts';

/**
 * Every field that a report may tell of; `*` stands for a place in a list. The words of the report hold one name for each.
 */
export const fieldNames = [
  'at',
  'createdAt',
  'updatedAt',
  'from',
  'until',
  'name',
  'legalName',
  'alsoKnownAs.*',
  'pronunciation',
  'language',
  'title',
  'department',
  'organisationNumber',
  'phones.*.label',
  'phones.*.number',
  'emails.*.label',
  'emails.*.address',
  'connect',
  'keywords.*',
  'answerNote',
  'answerNotes.*.text',
  'absences.*.reason',
  'absences.*.note',
  'absences.*.operatorNote',
  'absences.*.from',
  'absences.*.until',
  'absences.*.recurring',
  'absences.*.colleague',
  'plan.*.contact',
  'plan.*.to',
  'plan.*.channels',
  'quietHours',
  'contentMode',
  'protected',
  'active',
  'email',
  'role',
  'staffId',
  'invitedAt',
  'setsAbsences',
  'userId',
  'account',
  'numbers.*.number',
  'numbers.*.answerPhrase',
  'contacts.*.name',
  'contacts.*.title',
  'contacts.*.email',
  'contacts.*.phone',
  'inbox.emails.*',
  'inbox.phones.*',
  'instructions',
  'askFor.*',
  'rules.*.text',
  'notices.*.text',
  'notices.*.by',
  'notices.*.until',
  'callerNotice.text.*',
  'callerNotice.email',
  'callerNotice.phone',
  'callerNotice.address',
  'alternatives.*',
  'takenAt',
  'enteredAt',
  'takenBy',
  'caller.name',
  'caller.company',
  'caller.phone',
  'caller.phoneAsGiven',
  'caller.extension',
  'caller.secondPhone',
  'caller.secondPhoneAsGiven',
  'caller.email',
  'matter',
  'note',
  'urgency',
  'callBack',
  'sensitive',
  'test',
  'recipient',
  'copyTo.*',
  'readers.*',
  'readBy.*',
  'readAt.*',
  'handledBy',
  'handledAt',
  'corrections.*.by',
  'corrections.*.at',
  'deliveries.*.channel',
  'deliveries.*.address',
  'deliveries.*.name',
  'deliveries.*.recipient',
  'deliveries.*.state',
  'deliveries.*.createdAt',
  'deliveries.*.at',
  'tasks.*.note',
  'suppressed.*.channel',
  'suppressed.*.address',
  'suppressed.*.reason',
  'suppressed.*.since',
  'act',
  'why',
  'by',
  'recordId',
  'work',
  'state',
  'kind',
  'text',
  'contact',
  'notes',
  'closingText',
  'identityNote',
  'instructionText',
  'who.names.*',
  'who.phones.*',
  'who.emails.*',
  'who.staffId',
  'receivedAt',
  'signedAt',
  'method',
  'networkAddress',
  'countersigner.name',
  'countersigner.title',
  'objections.*.text',
  'objections.*.by',
  'address',
  'replacement',
  'erasedAt',
  'scopes',
] as const;
export type FieldName = (typeof fieldNames)[number];

/**
 * name, phone, email: of one person, named by the slot. text: free words, in which anybody may be named. staffId, userId: whom
 * it is about, shown to nobody else. time: epoch milliseconds. code: a word of the service's own. plain: neither.
 */
export type FieldKind = 'name' | 'phone' | 'email' | 'text' | 'staffId' | 'userId' | 'time' | 'code' | 'plain';

/** Free words alone are hidden in part: all else stands in a report in two spellings, +46… and 070-…, and half of it tells the rest. */
export const hidesWhole = (kind: FieldKind): boolean => kind !== 'text';

export interface Field {
  name: FieldName;
  /** Where it stands in a list. */
  n?: number;
  kind: FieldKind;
  value: string;
  /** Which person of the record it belongs to: `caller`. */
  slot?: string;
  /** What that person is in the record. */
  part?: Part;
  /** Shown to nobody but whose it is. */
  own?: true;
}

/** `phones.0.number`. */
export const codeOf = ({ name, n }: Pick<Field, 'name' | 'n'>): string =>
  n === undefined ? name : name.replace('*', String(n));

interface More {
  n?: number;
  slot?: string;
  part?: Part;
  own?: true;
}

/** None where there is nothing. */
export function field(
  name: FieldName,
  kind: FieldKind,
  value: string | number | boolean | null | undefined,
  more: More = {},
): Field[] {
  return value === undefined || value === null || value === '' ? [] : [{ name, kind, value: String(value), ...more }];
}

/** The fields of each entry of a list. */
export const fieldsOfEach = <T>(list: readonly T[] | undefined, of: (one: T, n: number) => Field[]): Field[] =>
  (list ?? []).flatMap(of);

/** A record as it stands now. */
export interface Readable {
  /** As in the register of stores. */
  store: string;
  recordId: string;
  /** The client, or SERVICE, in whose partition it stands. */
  home: string;
  /** Whose record it is as a whole: what is in it is about the person where the slot is. Absent: of everybody in it. */
  whose?: string;
  /** Of a message, epoch seconds. */
  expiresAt?: number;
  fields: Field[];
}
