// From what the service refused to the fields of the form: each pointer leads to the nearest field that is shown.
import type { Failure } from '#web/api/outcome.ts';
import type { FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { dayNames } from '#web/parts/month-days.ts';
import { weekdays } from '#web/words/dates.ts';
import { fieldWord } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

/** Itself and what it lies in, the innermost first; never the whole body. */
export function pointersUp(pointer: string): string[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((_, n) => `/${steps.slice(0, steps.length - n).join('/')}`);
}

/** The rules that a refused tie names: the service points at each, and at each it names the others. */
export const tiedRules = (detail: string): number[] =>
  [...detail.matchAll(/\/rules\/(\d+)/g)].map(([, place]) => Number(place));

/** What stands at a pointer of what was sent. */
function valueAt(sent: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => (value as Record<string, unknown> | null | undefined)?.[step], sent);
}

/** "Till", and of a week "tisdag, Till". */
function labelOf(pointer: string): string {
  const [, day = ''] = /\/week\/([a-z]{3})\b/.exec(pointer) ?? [];
  const place = (dayNames as readonly string[]).indexOf(day);
  return place < 0 ? fieldWord(pointer) : `${weekdays(language(), 'long')[place]}, ${fieldWord(pointer)}`;
}

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
  const value = valueAt(sent, pointer);
  const isEmpty = value === '' || value === null || value === undefined;
  return isEmpty ? t.client.fieldEmpty(labelOf(pointer)) : t.client.fieldRefused(labelOf(pointer));
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
