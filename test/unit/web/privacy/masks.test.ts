// What can be hidden of a finding, what is picked out of its text, and which button stands for what is hidden.
import { describe, expect, test } from 'vitest';
import { choicesOf, hidesAsMarked, isWords, markedIn, pickedOut } from '#web/privacy/masks.ts';
import { aField, aFinding } from './a-finding.ts';

const matter = aField({ value: 'Bo Öberg vill ha kaklet.', others: ['Bo Öberg'] });
const phone = aField({ code: 'caller.phone', value: '+46841070099', others: ['+46841070099'] });

describe('what can be hidden', () => {
  test('is each passage that is marked or picked out, and the field as a whole, each once', () => {
    const picked = [
      { code: 'matter', passage: 'kaklet' },
      { code: 'matter', passage: 'Bo Öberg' },
      { code: 'note', passage: 'i köket' },
    ];

    expect(choicesOf(matter, picked)).toEqual([
      { code: 'matter', passage: 'Bo Öberg' },
      { code: 'matter', passage: 'kaklet' },
      { code: 'matter' },
    ]);
  });

  test('is a number that is somebody else’s only as a whole', () => {
    expect(markedIn(phone)).toEqual([{ code: 'caller.phone' }]);
    expect(choicesOf(phone, [])).toEqual([{ code: 'caller.phone' }]);
    expect([matter, phone, aField({ code: 'caller.name', value: 'Bo Öberg' })].map(isWords)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what is picked out of a text', () => {
  test('is what stands between two places, without the space about it', () => {
    expect(pickedOut(matter, 8, 14)).toEqual([{ code: 'matter', passage: 'vill' }]);
    expect(pickedOut(matter, 4, 4)).toEqual([]);
  });

  test('goes line by line: a text area ends its lines otherwise than the record', () => {
    const lines = aField({ value: 'Ring Bo\r\nom kaklet\r\n\r\ni köket' });

    expect(pickedOut(lines, 5, 22)).toEqual(['Bo', 'om kaklet', 'i k'].map((passage) => ({ code: 'matter', passage })));
  });
});

describe('what is hidden as it was marked', () => {
  const finding = aFinding({ decision: 'include', third: 'masked', fields: [matter, phone] });
  const asSuggested = [{ code: 'matter', passage: 'Bo Öberg' }, { code: 'caller.phone' }];

  test('is so before and after the service has said which masks it made of it', () => {
    expect(hidesAsMarked({ ...finding, masks: [] })).toBe(true);
    expect(hidesAsMarked({ ...finding, masks: asSuggested })).toBe(true);
  });

  test('is not so where somebody has chosen more, less or something else, or hides nothing', () => {
    const [first] = asSuggested;
    const others = [
      [...asSuggested, { code: 'matter', passage: 'kaklet' }],
      first ? [first] : [],
      [{ code: 'matter' }],
    ];

    expect(others.map((masks) => hidesAsMarked({ ...finding, masks }))).toEqual([false, false, false]);
    expect(hidesAsMarked({ ...finding, third: 'shown' })).toBe(false);
  });

  test('is so too where all of a text is marked', () => {
    const whole = aField({ value: '08-410 700 99', others: ['08-410 700 99'] });
    const masks = [{ code: 'matter', passage: '08-410 700 99' }];

    expect(hidesAsMarked({ ...finding, fields: [whole], masks })).toBe(true);
  });
});
