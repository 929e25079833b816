// What becomes of an absence that is filled in.
import { describe, expect, test } from 'vitest';
import {
  type AbsenceFields,
  emptyAbsence,
  holidayBody,
  otherBody,
  plannedEntry,
  recurringEntry,
} from '#web/own/absence-form.ts';

const nowMs = Date.parse('2026-11-27T10:05:00+01:00');
const filled = (fields: Partial<AbsenceFields>): AbsenceFields => ({ ...emptyAbsence, ...fields });

describe('a holiday', () => {
  test('begins now where its first day is today, and ends when the day of coming back begins', () => {
    const { body } = holidayBody(filled({ untilDay: '2026-12-07' }), nowMs);

    expect(body).toMatchObject({ reason: 'holiday', until: '2026-12-06T23:00:00.000Z' });
    expect(body).not.toHaveProperty('from');
  });

  test('begins with its first day', () => {
    const { body } = holidayBody(filled({ fromDay: '2026-12-21', untilDay: '2027-01-07' }), nowMs);

    expect(body).toMatchObject({ from: '2026-12-20T23:00:00.000Z', until: '2027-01-06T23:00:00.000Z' });
  });

  test.each([
    [{}, { untilDay: 'dayNeeded' }],
    [{ untilDay: '2026-11-27' }, { untilDay: 'backAfterFirst' }],
    [{ fromDay: '2026-12-21', untilDay: '2026-12-21' }, { untilDay: 'backAfterFirst' }],
  ])('%o is to be corrected', (fields, wrong) => {
    expect(holidayBody(filled(fields), nowMs)).toEqual({ wrong });
  });
});

describe('another absence', () => {
  test('lasts until its day and time, with what callers and operators are told', () => {
    const fields = filled({ reason: 'course', untilTime: '15:30', operatorNote: 'I sal 3', mayConnect: true });

    expect(otherBody(fields, nowMs).body).toEqual({
      reason: 'course',
      until: '2026-11-27T14:30:00.000Z',
      note: null,
      operatorNote: 'I sal 3',
      calls: 'open',
      colleagues: [],
    });
  });

  test.each([
    [{}, { untilTime: 'timeNeeded' }],
    [{ untilTime: '10:00' }, { untilTime: 'untilAhead' }],
    [{ untilTime: '11:00', reason: 'other' as const }, { note: 'sayWhat' }],
  ])('%o is to be corrected', (fields, wrong) => {
    expect(otherBody(filled(fields), nowMs)).toEqual({ wrong });
  });
});

describe('one that is planned', () => {
  test('is from a time until another, or whole days', () => {
    const days = { fromDay: '2026-12-01', untilDay: '2026-12-02' };

    expect(plannedEntry(filled({ ...days, fromTime: '09:00', untilTime: '12:00' }), nowMs).body).toMatchObject({
      from: '2026-12-01T08:00:00.000Z',
      until: '2026-12-02T11:00:00.000Z',
      recurring: null,
    });
    expect(plannedEntry(filled(days), nowMs).body).toMatchObject({ from: '2026-11-30T23:00:00.000Z' });
  });

  test('needs both days, in their order', () => {
    expect(plannedEntry(filled({}), nowMs)).toEqual({ wrong: { fromDay: 'dayNeeded', untilDay: 'dayNeeded' } });
    expect(plannedEntry(filled({ fromDay: '2026-12-02', untilDay: '2026-12-01' }), nowMs)).toEqual({
      wrong: { untilDay: 'backAfterFirst' },
    });
    expect(plannedEntry(filled({ fromDay: '2026-11-01', untilDay: '2026-11-02' }), nowMs)).toEqual({
      wrong: { untilDay: 'untilAhead' },
    });
  });
});

describe('one that recurs', () => {
  test('comes back on its days, the whole of them or between two times', () => {
    expect(recurringEntry(filled({ days: ['mon', 'fri'] })).body).toMatchObject({
      recurring: { days: ['mon', 'fri'] },
      until: null,
    });
    expect(recurringEntry(filled({ days: ['mon'], fromTime: '12:00', untilTime: '13:00' })).body).toMatchObject({
      recurring: { days: ['mon'], times: { from: '12:00', until: '13:00' } },
    });
  });

  test('needs a day, and both times or none', () => {
    expect(recurringEntry(filled({ fromTime: '12:00' }))).toEqual({
      wrong: { days: 'daysNeeded', untilTime: 'timeNeeded' },
    });
  });
});
