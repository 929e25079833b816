// What stands in the way of an absence, in words and beside its fields: from the form itself, or from the API.
import type { Failure } from '#web/api/outcome.ts';
import type { AbsenceFields, Wrong } from '#web/own/absence-form.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export type FieldWords = Partial<Record<keyof AbsenceFields, string>>;

export interface Faults {
  readonly fields: FieldWords;
  /** What is about no field. */
  readonly whole: string | undefined;
}

export const noFaults: Faults = { fields: {}, whole: undefined };

const fieldOf: Readonly<Record<string, keyof AbsenceFields>> = {
  note: 'note',
  operatorNote: 'operatorNote',
  until: 'untilDay',
  from: 'fromDay',
  reason: 'reason',
  recurring: 'days',
  days: 'days',
  times: 'untilTime',
};

/** The one thing that the API has against a text that the fields let through. */
const isOfHealth = (detail: string): boolean => detail.includes('illness');

function wordsOf(field: keyof AbsenceFields, detail: string): string {
  if (isOfHealth(detail)) return t.own.noHealth;
  return field === 'untilDay' ? t.own.untilAhead : t.problems.field;
}

export function faultsOf(failure: Failure): Faults {
  if (failure.kind !== 'problem' || failure.fields.length === 0) return { fields: {}, whole: refusalWords(failure) };
  const fields: FieldWords = {};
  for (const { pointer, detail } of failure.fields) {
    const step = pointer.split('/').findLast((name) => Object.hasOwn(fieldOf, name));
    const field = step && fieldOf[step];
    if (field) fields[field] ??= wordsOf(field, detail);
  }
  return { fields, whole: Object.keys(fields).length > 0 ? undefined : refusalWords(failure) };
}

export const faultsOfForm = (wrong: Wrong): Faults => ({
  fields: Object.fromEntries(Object.entries(wrong).map(([field, word]) => [field, t.own[word]])),
  whole: undefined,
});

export const errorsOf = ({ fields }: Faults): FieldError[] =>
  Object.entries(fields).map(([name, text]) => ({ id: fieldId(name), text }));
