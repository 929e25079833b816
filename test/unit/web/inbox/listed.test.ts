// The list of the inbox as it is read by and by.
import { describe, expect, test } from 'vitest';
import { newerThan, nothingListed, withFirstPage, withNewer, withOlder, without } from '#web/inbox/listed.ts';

const page = (ids: string[], nextCursor: string | null = null) => ({ items: ids.map((id) => ({ id })), nextCursor });
const nobody = new Set<string>();

describe('what came since', () => {
  test('stands on top, once, and is counted', () => {
    const before = { ids: ['m3', 'm2'], nextCursor: 'next' };

    const after = withNewer(before, page(['m5', 'm4', 'm3']));

    expect(after).toEqual({ ids: ['m5', 'm4', 'm3', 'm2'], nextCursor: 'next' });
    expect(newerThan(before, after)).toBe(2);
  });

  test('what was entered later than its call has its own place, and is not called new', () => {
    const before = { ids: ['m5', 'm3'], nextCursor: null };

    const after = withFirstPage(before, page(['m5', 'm4', 'm3']), nobody);

    expect(after.ids).toEqual(['m5', 'm4', 'm3']);
    expect(newerThan(before, after)).toBe(0);
  });
});

describe('the first page read again', () => {
  test('takes away what is not there any more, and leaves what lies below it', () => {
    const listed = { ids: ['m5', 'm4', 'm3', 'm2', 'm1'], nextCursor: 'below' };

    expect(withFirstPage(listed, page(['m5', 'm3'], 'first'), nobody)).toEqual({
      ids: ['m5', 'm3', 'm2', 'm1'],
      nextCursor: 'below',
    });
  });

  test('leaves in its place what the person has just done something to', () => {
    const listed = { ids: ['m5', 'm4', 'm3'], nextCursor: null };

    expect(withFirstPage(listed, page(['m5', 'm3']), new Set(['m4'])).ids).toEqual(['m5', 'm4', 'm3']);
  });

  test('begins anew where more has come than a page holds: there would be a hole', () => {
    const listed = { ids: ['m2', 'm1'], nextCursor: null };

    expect(withFirstPage(listed, page(['m9', 'm8'], 'first'), nobody)).toEqual({
      ids: ['m9', 'm8'],
      nextCursor: 'first',
    });
  });

  test('empties the list where nothing is left', () => {
    expect(withFirstPage({ ids: ['m1'], nextCursor: null }, page([]), nobody)).toEqual(nothingListed);
  });

  test('says nothing where it is empty and goes on', () => {
    const listed = { ids: ['m1'], nextCursor: null };

    expect(withFirstPage(listed, page([], 'next'), nobody)).toBe(listed);
  });
});

test('older pages follow, and what is erased goes', () => {
  const listed = withOlder({ ids: ['m3'], nextCursor: 'next' }, page(['m2', 'm1']));

  expect(without(listed, 'm2')).toEqual({ ids: ['m3', 'm1'], nextCursor: null });
});
