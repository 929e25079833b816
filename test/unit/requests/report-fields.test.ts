// What a report tells of a record's fields, with what is about others hidden: of that nothing can be read, in no spelling.
import { describe, expect, test } from 'vitest';
import { reportFields } from '#requests/report/report-fields.ts';
import { wordsInSwedish } from '#requests/report/words-sv.ts';
import { HIDDEN } from '#requests/report-schema.ts';
import { type Field, field } from '#requests/search/field.ts';
import type { Mask } from '#requests/search-schema.ts';

const told = (shown: readonly Field[], masks: readonly Mask[]) => {
  const { fields, parts } = reportFields(shown, { language: 'sv', words: wordsInSwedish, masks });
  return [...fields, ...parts.flatMap((part) => part.fields)].map(({ code, value, words }) => [code, value, words]);
};

describe('a field that is not free words', () => {
  test.each([
    [field('caller.phone', 'phone', '+46841070099'), '+46841070099'],
    [field('caller.phone', 'phone', '+46841070099'), '4107'],
    [field('caller.name', 'name', 'Bo Öberg'), 'Öberg'],
    [field('caller.email', 'email', 'bo@oberg.example'), 'bo'],
    [field('department', 'plain', 'Bos grupp'), 'Bo'],
    [field('urgency', 'code', 'urgent'), 'urgent'],
  ])('is hidden whole in value and in words, whatever is marked in it: %j', ([one], passage) => {
    const shown = one as Field;

    expect(told([shown], [{ code: shown.name, passage }])).toEqual([[shown.name, HIDDEN, HIDDEN]]);
  });
});
