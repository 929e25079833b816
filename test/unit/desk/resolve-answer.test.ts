// What a caller is told, as a table: who has the word, in which order, and what the answer says of itself.
import { describe, expect, test } from 'vitest';
import { type Question, resolveAnswer } from '#desk/resolve-answer.ts';
import {
  ANSWERING_VERSION,
  anAbsence,
  anOpenedAnswering,
  anOpenedClient,
  anOpenedPerson,
  aRule,
  CLIENT_ID,
  CLIENT_VERSION,
  MONDAY_9_MS,
  STAFF_ID,
  STAFF_VERSION,
  weekdayHours,
} from '#test/support/builders/desk.ts';

const HOUR_MS = 3_600_000;
/** Sunday, the day before, at 9. */
const SUNDAY_MS = MONDAY_9_MS - 24 * HOUR_MS;
const LINE = 'lin_0123456789012345678901';
const OTHER_LINE = 'lin_9999999999999999999999';

const ask = (changes: Partial<Question> = {}) =>
  resolveAnswer({
    nowMs: MONDAY_9_MS,
    language: 'sv',
    client: anOpenedClient(),
    answering: anOpenedAnswering(),
    ...changes,
  });

const timedNote = {
  id: 'rul_2',
  name: 'Förmiddagar',
  when: { times: { from: '08:00', until: '10:00' } },
  text: 'Ring Bo.',
};
const plainNote = { answerNote: 'Anna säger alltid ja.' };
const absence = { absences: [anAbsence()] };
const noon = MONDAY_9_MS + 3 * HOUR_MS;
const closed = anOpenedAnswering({ hours: weekdayHours });
const ruled = anOpenedAnswering({ hours: weekdayHours, rules: [aRule()] });

const ofStaff = { of: STAFF_ID, version: STAFF_VERSION };
const ofAnswering = { of: CLIENT_ID, version: ANSWERING_VERSION };

describe('who has the word', () => {
  test.each<[string, Partial<Question>, object, string]>([
    [
      'a protected person is not confirmed, whatever else there is to say',
      {
        staff: anOpenedPerson({ protected: true, answerNotes: [timedNote], ...plainNote, ...absence }),
        answering: ruled,
      },
      { ...ofStaff, source: 'protected', ruleId: null, name: null },
      'Vi uppger inte vilka som arbetar hos oss. Jag tar gärna emot ett meddelande.',
    ],
    [
      'an absence comes before notes and rules',
      { staff: anOpenedPerson({ answerNotes: [timedNote], ...plainNote, ...absence }), answering: ruled },
      { ...ofStaff, source: 'absence', ruleId: anAbsence().id, name: null },
      'Anna Ek är på lunch, åter 10.00.',
    ],
    [
      'the note of a time comes before the one without',
      { staff: anOpenedPerson({ answerNotes: [timedNote], ...plainNote }), answering: ruled },
      { ...ofStaff, source: 'answerNote', ruleId: 'rul_2', name: 'Förmiddagar' },
      'Ring Bo.',
    ],
    [
      'the note without a time speaks where no other holds',
      { nowMs: noon, staff: anOpenedPerson({ answerNotes: [timedNote], ...plainNote }), answering: ruled },
      { ...ofStaff, source: 'answerNote', ruleId: null, name: null },
      'Anna säger alltid ja.',
    ],
    [
      'the note of a person comes before closing time',
      { nowMs: SUNDAY_MS, staff: anOpenedPerson(plainNote), answering: closed },
      { ...ofStaff, source: 'answerNote', ruleId: null, name: null },
      'Anna säger alltid ja.',
    ],
    [
      'a rule of the client comes before opening hours, for whoever has nothing to say',
      { nowMs: SUNDAY_MS, staff: anOpenedPerson({ answerNote: null }), answering: ruled },
      { ...ofAnswering, source: 'clientRule', ruleId: aRule().id, name: 'Förmiddag' },
      'Vi har lagermöte.',
    ],
    [
      'a client that is closed says when it opens',
      { nowMs: SUNDAY_MS, staff: anOpenedPerson({ answerNote: null }), answering: closed },
      { ...ofAnswering, source: 'openingHours', ruleId: null, name: null },
      'Vi har stängt och öppnar måndag 23 november 8.00.',
    ],
    [
      'a person who is in and may be connected to is put through',
      { staff: anOpenedPerson({ answerNote: null, connect: 'yes' }), answering: closed },
      { ...ofStaff, source: 'default', ruleId: null, name: null },
      'Ett ögonblick, jag kopplar till Anna Ek.',
    ],
    [
      'a client that is open takes a message',
      { answering: closed },
      { of: CLIENT_ID, version: CLIENT_VERSION, source: 'default', ruleId: null, name: null },
      'Jag tar gärna emot ett meddelande.',
    ],
    [
      'a client that has said nothing takes a message',
      { answering: undefined },
      { of: CLIENT_ID, version: CLIENT_VERSION, source: 'default', ruleId: null, name: null },
      'Jag tar gärna emot ett meddelande.',
    ],
    [
      'of somebody who is not active no word is passed on',
      {
        staff: anOpenedPerson({ active: false, answerNotes: [timedNote], ...plainNote, ...absence }),
        answering: ruled,
      },
      { ...ofAnswering, source: 'clientRule', ruleId: aRule().id, name: 'Förmiddag' },
      'Vi har lagermöte.',
    ],
  ])('%s', (_, question, why, words) => {
    const answer = ask(question);

    expect(answer.why).toEqual(why);
    expect(answer.words).toBe(words);
  });
});

describe('a rule of the client', () => {
  const rules = (...changes: Parameters<typeof aRule>[0][]) =>
    anOpenedAnswering({ hours: weekdayHours, rules: changes.map((change, n) => aRule({ id: `rul_${n}`, ...change })) });

  test.each<[string, Partial<Question>, string | null]>([
    ['of another number does not hold', { answering: rules({ line: OTHER_LINE }), line: LINE }, null],
    ['of a number does not hold where nobody says which was called', { answering: rules({ line: LINE }) }, null],
    ['of the number that was called comes first', { answering: rules({}, { line: LINE }), line: LINE }, 'rul_1'],
    [
      'of fewer minutes comes first',
      { answering: rules({}, { when: { times: { from: '08:30', until: '10:00' } } }) },
      'rul_1',
    ],
    ['of one day comes before one of all days', { answering: rules({}, { when: { days: ['mon'] } }) }, 'rul_1'],
    ['for when it is closed does not hold while it is open', { answering: rules({ when: { while: 'closed' } }) }, null],
    [
      'for when it is closed holds then',
      { nowMs: SUNDAY_MS, answering: rules({ when: { while: 'closed' } }) },
      'rul_0',
    ],
    ['for greeting is no answer', { answering: rules({ kind: 'greeting' }) }, null],
    ['for operators is no answer', { answering: rules({ kind: 'instruction' }) }, null],
  ])('%s', (_, question, ruleId) => {
    const { why } = ask(question);

    expect(why.source === 'clientRule' ? why.ruleId : null).toBe(ruleId);
  });
});

describe('the words', () => {
  test('are those of the language of the call, else of the other', () => {
    const only = (text: { sv: string | null; en: string | null }) => anOpenedAnswering({ rules: [aRule({ text })] });

    expect(ask({ language: 'en', answering: ruled }).words).toBe('We have a meeting.');
    expect(ask({ language: 'en', answering: only({ sv: 'Möte.', en: null }) }).words).toBe('Möte.');
    expect(ask({ language: 'sv', answering: only({ sv: null, en: 'Meeting.' }) }).words).toBe('Meeting.');
  });

  test.each<[Partial<Question>, string]>([
    [{ nowMs: SUNDAY_MS, answering: closed }, 'We are closed, and open again on Monday 23 November at 8:00.'],
    [{ nowMs: MONDAY_9_MS - 2 * HOUR_MS, answering: closed }, 'We are closed, and open again at 8:00.'],
    [{ staff: anOpenedPerson(absence) }, 'Anna Ek is at lunch, back at 10:00.'],
    [{ staff: anOpenedPerson({ protected: true }) }, 'We never say who works here. I can take a message.'],
    [{}, 'I can take a message.'],
  ])('are English to those who call in English: %#', (question, words) => {
    expect(ask({ language: 'en', ...question }).words).toBe(words);
  });

  test('of a client that never opens say no more than that it is closed', () => {
    const never = anOpenedAnswering({
      hours: { ...weekdayHours, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } },
    });

    expect(ask({ answering: never })).toMatchObject({ words: 'Vi har stängt.', untilMs: null });
  });

  test.each([
    ['yes', true, 'Ett ögonblick, jag kopplar till Anna Ek.'],
    ['ask', true, 'Ett ögonblick, jag hör om Anna Ek kan ta samtalet.'],
    ['no', true, 'Anna Ek tar inte emot samtal just nu. Jag tar gärna emot ett meddelande.'],
    ['yes', false, 'Anna Ek tar inte emot samtal just nu. Jag tar gärna emot ett meddelande.'],
  ] as const)(
    'of somebody who is in go by whether one may connect: %s, a number for it: %s',
    (connect, mayConnect, words) => {
      const phones = [{ label: null, number: '+46701740607', mayTell: true, mayConnect }];

      expect(ask({ staff: anOpenedPerson({ answerNote: null, connect, phones }) }).words).toBe(words);
    },
  );

  test('of a protected person are the same as those of any other protected person', () => {
    const one = ask({ staff: anOpenedPerson({ protected: true, name: 'Anna Ek', ...absence }) });
    const other = ask({ staff: anOpenedPerson({ protected: true, name: 'Bo Ås' }) });

    expect(one.words).toBe(other.words);
    expect(one.untilMs).toBeNull();
  });
});

describe('an answer ends', () => {
  test.each<[string, Partial<Question>, number | null]>([
    ['with the absence', { staff: anOpenedPerson(absence) }, MONDAY_9_MS + HOUR_MS],
    ['with the time of the note', { staff: anOpenedPerson({ answerNotes: [timedNote] }) }, MONDAY_9_MS + HOUR_MS],
    ['never with the note without a time', { staff: anOpenedPerson(plainNote) }, null],
    ['with the time of the rule', { answering: ruled }, MONDAY_9_MS + 3 * HOUR_MS],
    ['with closing time', { nowMs: SUNDAY_MS, answering: closed }, MONDAY_9_MS - HOUR_MS],
    [
      'when it opens, where the rule holds while it is closed',
      {
        nowMs: SUNDAY_MS,
        answering: anOpenedAnswering({ hours: weekdayHours, rules: [aRule({ when: { while: 'closed' } })] }),
      },
      MONDAY_9_MS - HOUR_MS,
    ],
    [
      'when it closes, where the rule holds while it is open',
      {
        answering: anOpenedAnswering({
          hours: weekdayHours,
          rules: [aRule({ when: { while: 'open', days: ['mon'] } })],
        }),
      },
      MONDAY_9_MS + 8 * HOUR_MS,
    ],
    ['never by default', {}, null],
  ])('%s', (_, question, untilMs) => {
    expect(ask(question).untilMs).toBe(untilMs);
  });

  test('at the minute', () => {
    const staff = anOpenedPerson({ answerNote: null, ...absence });

    expect(ask({ staff, nowMs: MONDAY_9_MS + HOUR_MS - 1 }).why.source).toBe('absence');
    expect(ask({ staff, nowMs: MONDAY_9_MS + HOUR_MS }).why.source).toBe('default');
  });
});
