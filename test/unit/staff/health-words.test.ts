// Words that tell of illness or family leave are found, and words of work are not taken for them.
import { describe, expect, test } from 'vitest';
import { tellsOfHealth } from '#staff/health-words.ts';

describe('tells of illness or family leave', () => {
  test.each([
    'Sjuk',
    'är sjuk idag',
    's\u200bjuk',
    'sjuk\u00adskriven',
    '\uff33\uff29\uff23\uff2b leave',
    'SJUKSKRIVEN till maj',
    'Sjukledig, åter i mars.',
    'sjukanmäld',
    'magsjuk',
    'Vab',
    'VAB:ar',
    'vabbar idag',
    'vård av barn',
    'Vård  av\tsjukt barn',
    'hemma med sjukt barn',
    'föräldraledig',
    'Föräldraledighet t.o.m. juni',
    'fo\u0308ra\u0308ldraledig',
    'mammaledig',
    'Pappaledig!',
    'influensan',
    'förkyld',
    'har feber',
    'covid19',
    'Covid-19',
    'coronavirus',
    'gravid',
    'Sick leave',
    'off sick',
    'is ill',
    'parental leave',
    'on Maternity-Leave',
    'has the flu',
  ])('%s', (text) => {
    expect(tellsOfHealth(text)).toBe(true);
  });
});

describe('tells of work', () => {
  test.each([
    'På mässa i Kista',
    'Hos kund på Karolinska sjukhuset',
    'Möte med sjuksköterskorna',
    'Kurs i arbetsmiljö och sjukvård',
    'Ring vår sjukanmälningslinje',
    'Ledig',
    'Barnkalas hos kund',
    'Illa tid, ring efter 15',
    'Skiller & Co',
    'On leave',
    'Vabbsjön, platsbesök',
    'Åter 13.00',
  ])('%s', (text) => {
    expect(tellsOfHealth(text)).toBe(false);
  });
});
