// What the register says: rules of time, errors by their pointers, and who is found by which words.
import { beforeAll, describe, expect, test } from 'vitest';
import { formErrors } from '#web/staff/error-words.ts';
import { found } from '#web/staff/staff-search.ts';
import { whenRuleWords } from '#web/staff/when-words.ts';
import { chosenLanguage, openWords } from '#web/words/words.ts';

beforeAll(() => {
  chosenLanguage.value = 'sv';
  return openWords('staff');
});

describe('a rule of time', () => {
  test.each([
    [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: { from: '12:00', until: '13:00' } }, 'mån–fre 12.00–13.00'],
    [{ days: ['sun', 'mon', 'wed'] }, 'mån, ons, sön'],
    [{ days: ['sat', 'sun', 'holiday'] }, 'lör, sön, Helgdag'],
    [{ from: '2026-12-01', until: '2026-12-24' }, 'från 1 december 2026 till och med 24 december 2026'],
    [{ while: 'closed' }, 'när det är stängt'],
    [{}, 'alltid'],
  ] as const)('%j is %s', (when, words) => {
    expect(whenRuleWords(structuredClone(when) as Parameters<typeof whenRuleWords>[0])).toBe(words);
  });
});

describe('an error', () => {
  test('leads to its field, and says in which row it stands', () => {
    const { summary, byPointer } = formErrors([{ pointer: '/name' }, { pointer: '/phones/1/number' }]);

    expect(summary).toEqual([
      { id: 'field-name', text: 'Skriv ett namn, högst 200 tecken' },
      { id: 'field-phones-1-number', text: 'Nummer 2: Skriv ett helt telefonnummer, till exempel 070-174 06 30' },
    ]);
    expect(byPointer.get('phones/1/number')).toContain('telefonnummer');
  });

  test.each([
    ['/keywords/3', 'field-keywords'],
    ['/delivery/urgent/0/contacts/1', 'field-delivery-urgent-0-channels'],
    ['/delivery/normal/2/channels', 'field-delivery-normal-2-channels'],
    ['/answerNotes/0/when', 'field-answerNotes-0-when'],
  ])('of %s is shown at %s', (pointer, id) => {
    expect(formErrors([{ pointer }]).summary[0]?.id).toBe(id);
  });

  test('of quiet hours says nothing about an end after a beginning', () => {
    expect(formErrors([{ pointer: '/delivery/quietHours/until' }]).summary[0]?.text).toBe('Skriv två olika tider');
  });
});

describe('the search', () => {
  const anna = {
    name: 'Anna Östlund',
    alsoKnownAs: ['Annie'],
    title: 'Projektledare',
    department: 'Ombyggnad',
    keywords: ['kök'],
    phones: [{ label: null, number: '+46701740610', mayTell: false, mayConnect: false }],
  };
  const bo = { ...anna, name: 'Bo Ek', alsoKnownAs: [], title: 'Anna-lyftare', phones: [] };
  const names = (text: string) => found([bo, anna], text).map(({ name }) => name);

  test.each(['ostl', 'ÖSTLUND anna', 'annie omb', '0174', '070-174 06', '+46 70 174'])('finds Anna by %s', (text) => {
    expect(names(text)).toEqual(['Anna Östlund']);
  });

  test('puts those first whose name it is, and wants every word', () => {
    expect(names('anna')).toEqual(['Anna Östlund', 'Bo Ek']);
    expect(names('anna tak')).toEqual([]);
    expect(names('  ')).toEqual(['Bo Ek', 'Anna Östlund']);
  });
});
