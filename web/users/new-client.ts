// A new client as it is filled in, the body it becomes, and why it was refused.
import type { Failure } from '#web/api/outcome.ts';
import type { Body } from '#web/api/types.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export interface NewClient {
  readonly name: string;
  readonly legalName: string;
  readonly organisationNumber: string;
  readonly town: string;
  readonly number: string;
  readonly answerPhrase: string;
  readonly language: 'sv' | 'en';
  readonly inbox: string;
}

export const emptyClient: NewClient = {
  name: '',
  legalName: '',
  organisationNumber: '',
  town: '',
  number: '',
  answerPhrase: '',
  language: 'sv',
  inbox: '',
};

const orNull = (text: string): string | null => text.trim() || null;

export function clientBody(filled: NewClient): Body<'createClient'> {
  const number = filled.number.trim();
  const inbox = filled.inbox.trim();
  return {
    name: filled.name.trim(),
    legalName: orNull(filled.legalName),
    organisationNumber: orNull(filled.organisationNumber),
    town: orNull(filled.town),
    numbers: number === '' ? [] : [{ number, answerPhrase: orNull(filled.answerPhrase), language: filled.language }],
    contacts: [],
    generalInbox: inbox === '' ? null : { emails: [inbox], phones: [], language: filled.language },
    retention: null,
    contentMode: 'full',
    status: 'active',
  };
}

type FieldName = keyof NewClient;
export interface ClientFaults {
  readonly fields: Partial<Record<FieldName, string>>;
  readonly whole?: string;
}

/** `/generalInbox/emails/0` is the field `inbox`. */
function fieldAt(pointer: string): FieldName | undefined {
  const [, first = '', , last = ''] = pointer.split('/');
  if (first === 'generalInbox') return 'inbox';
  if (first === 'numbers') return last === 'answerPhrase' ? 'answerPhrase' : 'number';
  return first in emptyClient ? (first as FieldName) : undefined;
}

export function clientFaults(failure: Failure): ClientFaults {
  if (failure.kind !== 'problem') return { fields: {}, whole: refusalWords(failure) };
  if (failure.code === 'number-taken') return { fields: { number: t.users.clients.numberTaken } };
  const fields: Partial<Record<FieldName, string>> = {};
  for (const { pointer } of failure.fields) {
    const field = fieldAt(pointer);
    if (field)
      fields[field] = field === 'organisationNumber' ? t.users.clients.organisationNumberBad : t.problems.field;
  }
  return Object.keys(fields).length > 0 ? { fields } : { fields, whole: refusalWords(failure) };
}
