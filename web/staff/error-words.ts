// From the problems of the API to errors of the form: the words of each field, by the pointer that it gave.

import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { nameOf } from '#web/staff/inputs.tsx';
import { fieldWord } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

/** The last step of the pointer that has words of its own; "phones/0/number" → number. */
export function wrongWords(pointer: string): string {
  const known: Readonly<Record<string, string>> = { ...t.staff.wrong, operatorNote: t.staff.wrong.note };
  for (const step of pointer.split('/').reverse()) if (Object.hasOwn(known, step)) return known[step] ?? '';
  return `${fieldWord(pointer)}: ${t.problems.field}`;
}

const rowWords = (pointer: string): string => {
  const [list, at] = pointer.split('/');
  if (list === 'phones') return `${t.staff.phone(Number(at) + 1)}: `;
  if (list === 'emails') return `${t.staff.email(Number(at) + 1)}: `;
  return '';
};

export interface FormErrors {
  readonly byPointer: ReadonlyMap<string, string>;
  readonly summary: readonly FieldError[];
}

/** The field that a pointer means: of a group of boxes it is the group. */
const fieldOf = (pointer: string): string =>
  nameOf(pointer.replace(/\/(channels|contacts)\/\d+$|\/contacts$/, '/channels'));

export function formErrors(fields: readonly { pointer: string }[]): FormErrors {
  const byPointer = new Map<string, string>();
  for (const { pointer } of fields) byPointer.set(pointer.replace(/^\//, ''), wrongWords(pointer));
  const summary = [...byPointer].map(([pointer, text]) => ({
    id: fieldId(fieldOf(pointer)),
    text: rowWords(pointer) + text,
  }));
  return { byPointer, summary };
}

export const noErrors: FormErrors = { byPointer: new Map(), summary: [] };
