// From what the service refused to the fields of the form: each pointer leads to the nearest field that is shown.
import type { Failure } from '#web/api/outcome.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { fieldWord } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

/** Itself and what it lies in, the innermost first; never the whole body. */
export function pointersUp(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((_, n) => `/${steps.slice(0, steps.length - n).join('/')}`);
}

/** The rules that a refused tie names: the service points at each, and at each it names the others. */
export const tiedRules = (detail: string): number[] =>
  [...detail.matchAll(/\/rules\/(\d+)/g)].map(([, place]) => Number(place));

function words(code: string, { pointer, detail }: { pointer: string; detail: string }, sent: object): string {
  const [, list, place] = pointer.split('/');
  const rules = list === 'rules' && 'rules' in sent ? (sent.rules as { name: string }[]) : [];
  const tied = pointer.endsWith('/when') ? tiedRules(detail) : [];
  if (tied.length > 0)
    return t.client.tied(
      rules[Number(place)]?.name ?? '',
      tied.map((n) => rules[n]?.name ?? ''),
    );
  if (pointer.endsWith('/when')) return t.client.sayWhen;
  if (code === 'forbidden') return t.client.onlySupervisorField(fieldWord(pointer));
  if (code === 'number-taken') return t.problems['number-taken'];
  return t.client.fieldRefused(fieldWord(pointer));
}

/** A rule that is shut is opened for its error: the field will stand there. */
const inRule = (pointer: string): string =>
  pointer.replace(/^(\/rules\/\d+\/when)\/.*/, '$1').replace(/\/text$/, '/text/sv');

function idFor(pointer: string): string {
  const id = pointersUp(pointer)
    .map(fieldId)
    .find((one) => document.getElementById(one));
  return id === undefined || /^\/rules\/\d+$/.test(id.slice(fieldId('').length)) ? fieldId(inRule(pointer)) : id;
}

/** Asked while the form that was refused stands on the page. One field is named once. */
export function errorsAt(failure: Failure, sent: object): FieldError[] {
  if (failure.kind !== 'problem') return [];
  const found = failure.fields.map((field) => ({ id: idFor(field.pointer), text: words(failure.code, field, sent) }));
  return found.filter(({ id }, n) => found.findIndex((one) => one.id === id) === n);
}

export const errorOf = (errors: readonly FieldError[], pointer: string): string | undefined =>
  errors.find(({ id }) => id === fieldId(pointer))?.text;
