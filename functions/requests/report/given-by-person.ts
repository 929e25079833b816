// What of the records somebody has provided themselves: a file that is to be moved elsewhere holds that and nothing else (GDPR art. 20). Pure.
import type { RequestKind } from '#requests/codes.ts';
import type { Finding } from '#requests/findings.ts';
import type { ReportedStore } from '#requests/report/words.ts';
import type { Part } from '#requests/report-schema.ts';
import type { Field, FieldName } from '#requests/search/field.ts';

interface Given {
  /** As what somebody has given it: in a message that is to them others have said the words. */
  as: readonly Part[];
  fields: readonly FieldName[];
}

const contact = ['contacts.*.name', 'contacts.*.title', 'contacts.*.email', 'contacts.*.phone'] as const;

/**
 * Knowingly, or by what they did: how to reach them, when they are away, what they said, asked for and signed. Not what others
 * have noted, nor what the service has made of it: the audit, deliveries, proofs.
 */
const given: Partial<Record<ReportedStore, Given>> = {
  staff: {
    as: ['self'],
    fields: [
      'name',
      'alsoKnownAs.*',
      'pronunciation',
      'language',
      'title',
      'department',
      'phones.*.label',
      'phones.*.number',
      'emails.*.label',
      'emails.*.address',
      'answerNote',
      'answerNotes.*.text',
      'absences.*.reason',
      'absences.*.note',
      'absences.*.from',
      'absences.*.until',
      'absences.*.recurring',
      'plan.*.channels',
      'plan.*.contact',
      'quietHours',
    ],
  },
  membership: { as: ['self'], fields: ['name', 'email'] },
  client: { as: ['self', 'contact'], fields: ['name', 'legalName', ...contact] },
  message: {
    as: ['caller'],
    fields: [
      'takenAt',
      'caller.name',
      'caller.company',
      'caller.phone',
      'caller.phoneAsGiven',
      'caller.extension',
      'caller.secondPhone',
      'caller.secondPhoneAsGiven',
      'caller.email',
      'matter',
      'callBack',
    ],
  },
  request: {
    as: ['self'],
    fields: ['kind', 'receivedAt', 'who.names.*', 'who.phones.*', 'who.emails.*', 'text', 'contact'],
  },
  agreement: { as: ['signatory', 'actor'], fields: ['signedAt', 'name', 'title', 'objections.*.text'] },
  serviceDetails: { as: ['contact', 'signatory'], fields: [...contact, 'countersigner.name', 'countersigner.title'] },
  subProcessor: { as: ['self'], fields: ['name', 'address', 'contact'] },
};

const givenIn = (store: string): Given | undefined => given[store as ReportedStore];

/** Whether a report of that kind tells of it. */
export const isReported = (kind: RequestKind, { store, as }: Pick<Finding, 'store' | 'as'>): boolean =>
  kind !== 'portability' || as.some((part) => givenIn(store)?.as.includes(part) === true);

export const reportedFields = (kind: RequestKind, store: string, fields: readonly Field[]): readonly Field[] =>
  kind === 'portability' ? fields.filter(({ name }) => givenIn(store)?.fields.includes(name)) : fields;
