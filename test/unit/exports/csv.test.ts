// CSV that a spreadsheet opens as it is meant: nothing in it is a formula, and every value comes back.
import { describe, expect, test } from 'vitest';
import { csvHead, csvRows, together } from '#exports/csv.ts';

const columns = ['name', 'matter', 'urgent'];
const lines = (rows: Parameters<typeof csvRows>[1]) => csvRows(columns, rows).split('\r\n');

describe('a table', () => {
  test('begins with a byte order mark and the names of its columns', () => {
    expect(csvHead(columns)).toBe('\ufeffname;matter;urgent\r\n');
  });

  test('keeps what stands in a value together: separators, quotes and line breaks', () => {
    const [first, second] = lines([
      { name: 'Ek; Alm', matter: 'Säg "ja"', urgent: true },
      { name: null, matter: undefined, urgent: false },
    ]);

    expect(first).toBe('"Ek; Alm";"Säg ""ja""";true');
    expect(second).toBe(';;false');
    expect(csvRows(columns, [{ name: 'a', matter: 'en\ntvå', urgent: false }])).toBe('a;"en\ntvå";false\r\n');
    expect(csvRows(columns, [])).toBe('');
  });

  test.each(['=HYPERLINK("http://evil.example")', '+46701740650', '-1+2', '@SUM(A1)', '\t=1+1', '\r=1', '＝1+1'])(
    'has no formula: %s stands behind an apostrophe',
    (value) => {
      const text = csvRows(columns, [{ name: value, matter: '', urgent: false }]);

      expect(text.replace(/^"/, '')).toMatch(/^'/);
      expect(text).toContain(value.replaceAll('"', '""'));
    },
  );
});

test('several values stand in one field, without those that are not there', () => {
  expect(together(['a', null, '', 'b'])).toBe('a, b');
});
