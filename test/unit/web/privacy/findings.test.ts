// Findings as they are shown: passages that are marked, and masks that a person chooses.
import { describe, expect, test } from 'vitest';
import { type FindingField, passagesOf } from '#web/privacy/findings.ts';
import { choicesOf, markedIn, masksOf } from '#web/privacy/mask-dialog.tsx';

const field = (more: Partial<FindingField>): FindingField => ({
  code: 'matter',
  value: '',
  found: [],
  others: [],
  ...more,
});

describe('the passages of a value', () => {
  test('are the person, others, and the rest, in the order in which they stand', () => {
    const value = 'Eva Ek ringde om Bo Öberg, ring Eva Ek.';

    expect(passagesOf(field({ value, found: ['Eva Ek'], others: ['Bo Öberg'] }))).toEqual([
      { text: 'Eva Ek', of: 'person' },
      { text: ' ringde om ', of: undefined },
      { text: 'Bo Öberg', of: 'others' },
      { text: ', ring ', of: undefined },
      { text: 'Eva Ek', of: 'person' },
      { text: '.', of: undefined },
    ]);
  });

  test('are marked once where one lies in another', () => {
    expect(passagesOf(field({ value: 'Eva Ekström', found: ['Eva'], others: ['Eva Ekström'] }))).toEqual([
      { text: 'Eva Ekström', of: 'others' },
    ]);
  });

  test('lose nothing of the value', () => {
    const value = 'Ring 070-174 06 30 eller 08-465 004 10.';

    const passages = passagesOf(field({ value, found: ['070-174 06 30', ''] }));

    expect(passages.map(({ text }) => text).join('')).toBe(value);
  });
});

describe('what can be hidden', () => {
  const fields = [
    field({ value: 'Bo Öberg vill ha kaklet.', others: ['Bo Öberg'] }),
    field({ code: 'takenAt', value: '2026-11-28T10:00:00Z' }),
  ];

  test('is each passage that is marked, and each field that tells something as a whole', () => {
    expect(choicesOf(fields)).toEqual([{ code: 'matter', passage: 'Bo Öberg' }, { code: 'matter' }]);
  });

  test('is a number that is somebody else’s only as a whole', () => {
    const phone = field({ code: 'caller.phone', value: '+46841070099', others: ['+46841070099'] });

    expect(markedIn(phone)).toEqual([{ code: 'caller.phone' }]);
    expect(choicesOf([phone])).toEqual([{ code: 'caller.phone' }]);
  });

  test('is what somebody copies out too, in the field in which it stands; what stands nowhere is refused', () => {
    expect(masksOf(fields, ' kaklet \n\n')).toEqual([{ code: 'matter', passage: 'kaklet' }]);
    expect(masksOf(fields, 'kaklet\nköket')).toBeUndefined();
  });
});
