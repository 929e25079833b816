// From the problems of the API to errors of the form: the words of each field, by the pointer that it gave.

import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { nameOf } from '#web/staff/inputs.tsx';
import { fieldWord } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

/** The last step of the pointer that has words of its own; "phones/0/number" → number. */
function wrongWords(pointer: string): string {
  const known: Readonly<Record<string, string>> = { ...t.staff.wrong, operatorNote: t.staff.wrong.note };
  const steps = pointer.split('/');
  // The end of quiet hours may lie before their beginning: over midnight.
  if (steps.includes('quietHours')) return t.staff.wrong.quietHours;
  for (const step of steps.reverse()) if (Object.hasOwn(known, step)) return known[step] ?? '';
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

/** The pointer of the field that shows it: of words and boxes that are one field together it is the field. */
const placeOf = (pointer: string): string =>
  pointer
    .replace(/^\//, '')
    .replace(/^(keywords|alsoKnownAs)\/\d+$/, '$1')
    .replace(/\/(channels|contacts)(\/\d+)?$/, '/channels');

export function formErrors(fields: readonly { pointer: string }[]): FormErrors {
  const byPointer = new Map(fields.map(({ pointer }) => [placeOf(pointer), wrongWords(pointer)]));
  const summary = [...byPointer].map(([pointer, text]) => ({
    id: fieldId(nameOf(pointer)),
    text: rowWords(pointer) + text,
  }));
  return { byPointer, summary };
}

export const noErrors: FormErrors = { byPointer: new Map(), summary: [] };
