// What is hidden of a finding: what a machine has marked, whole fields, and passages that somebody picks out. Pure.
import { type Finding, type FindingField, type Mask, tells } from '#web/privacy/findings.ts';

export const keyOf = ({ code, passage = '' }: Mask): string => `${code}\n${passage}`;

/** What is marked: a field that is somebody else's as a whole, as a number is, is hidden as a whole. */
export const markedIn = ({ code, value, others }: FindingField): Mask[] =>
  others.map((passage) => (passage === value ? { code } : { code, passage }));

/** What can be ticked of a field: what is marked in it, what was picked out of it, and all of it. */
export function choicesOf(field: FindingField, picked: readonly Mask[]): Mask[] {
  const inIt = [...markedIn(field), ...picked.filter(({ code }) => code === field.code), { code: field.code }];
  return [...new Map(inIt.map((mask) => [keyOf(mask), mask])).values()];
}

/** Of words a part can be picked out; names, numbers and addresses are hidden as a whole or not at all. */
export const isWords = ({ code, value }: FindingField): boolean =>
  /\s/.test(value.trim()) && !/name|phone|email|title/i.test(code);

/** As a text area of the page has it. */
export const shownText = (value: string): string => value.replaceAll(/\r\n?/g, '\n');

/** What stands between two places of a shown text, line by line: the record may end its lines otherwise. */
export const pickedOut = ({ code, value }: FindingField, from: number, until: number): Mask[] =>
  shownText(value)
    .slice(from, until)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((passage) => ({ code, passage }));

/** Before anybody has chosen: what is marked. */
export const firstMasks = ({ fields, masks }: Pick<Finding, 'fields' | 'masks'>): Mask[] =>
  masks.length > 0 ? masks : fields.flatMap(markedIn);

/** Whether what is hidden is what is marked, no more and no less. */
export function hidesAsMarked({ third, fields, masks }: Finding): boolean {
  if (third !== 'masked') return false;
  const values = new Map(fields.map(({ code, value }) => [code, value]));
  // All of a field, by its words or without any, is the same.
  const keys = (some: readonly Mask[]) =>
    some.map((mask) => keyOf(mask.passage === values.get(mask.code) ? { code: mask.code } : mask)).sort();
  return keys(firstMasks({ fields, masks })).join('\n\n') === keys(fields.flatMap(markedIn)).join('\n\n');
}

/** Those that tell something about the decision, and the rest, for whoever looks further. */
export const parted = (fields: readonly FindingField[]) => ({
  told: fields.filter(tells),
  rest: fields.filter((field) => !tells(field)),
});
