// Times as people type them, and spans of a day.
import { expect, test } from 'vitest';
import { nextSpan, parseClock, spanWords, wrongSpan } from '#web/parts/clock-times.ts';

test.for([
  ['8', '08:00'],
  ['8.30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['kl 8:30', '08:30'],
  ['24', '24:00'],
  ['0', '00:00'],
])('%s is %s', ([typed, clock]) => {
  expect(parseClock(typed ?? '')).toBe(clock);
});

test.for(['', 'åtta', '25', '8.75', '24.01', '12345'])('"%s" is no time', (typed) => {
  expect(parseClock(typed)).toBeUndefined();
});

test('a span that is none is found, and says why', () => {
  const morning = { from: '08:00', until: '12:00' };

  expect(wrongSpan([morning, { from: '12:00', until: '17:00' }])).toBeUndefined();
  expect(wrongSpan([{ from: '17:00', until: '08:00' }])).toEqual({ place: 0, why: 'order' });
  expect(wrongSpan([{ from: 'åtta', until: '08:00' }])).toEqual({ place: 0, why: 'time' });
  expect(wrongSpan([morning, { from: '11:00', until: '13:00' }])).toEqual({ place: 1, why: 'overlap' });
});

test('the next span is after the last, and the first a working day', () => {
  expect(nextSpan([])).toEqual({ from: '08:00', until: '17:00' });
  expect(nextSpan([{ from: '08:00', until: '12:00' }])).toEqual({ from: '13:00', until: '17:00' });
  expect(wrongSpan([{ from: '08:00', until: '23:00' }, nextSpan([{ from: '08:00', until: '23:00' }])])).toBeUndefined();
});

test('hours are said as short as they are', () => {
  const spans = [
    { from: '08:00', until: '12:30' },
    { from: '13:00', until: '24:00' },
  ];

  expect(spanWords(spans, 'sv')).toBe('8–12.30, 13–24');
  expect(spanWords(spans, 'en')).toBe('8–12:30, 13–24');
});
