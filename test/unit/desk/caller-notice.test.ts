// What a caller is told who asks why the data is kept: the words, and the page that says the whole of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CallerNotice } from '#clients/answering-schema.ts';
import { isPersonalNumber } from '#clients/personal-number.ts';
import type { ClientDetails } from '#clients/schema.ts';
import { type NoticeOf, noticeWords, retentionWords } from '#desk/caller-notice.ts';
import { callerNoticePage } from '#desk/caller-notice-page.ts';
import { anOpenedClient, MONDAY_9_MS } from '#test/support/builders/desk.ts';

const none = { sv: null, en: null };
const noContact = { email: null, phone: null, address: null, web: null };
const aNotice = (changes: Partial<CallerNotice> = {}): CallerNotice => ({
  text: none,
  purpose: none,
  contact: noContact,
  ...changes,
});
const aClient = (changes: Partial<ClientDetails> = {}) => anOpenedClient({ name: 'Nordvik Bygg', ...changes });
const of = (changes: Partial<NoticeOf> = {}): NoticeOf => ({
  client: aClient(),
  notice: null,
  retentionMonths: 6,
  nowMs: MONDAY_9_MS,
  ...changes,
});

describe('the words', () => {
  test('name the client and its retention, in both languages, unless the client has its own', () => {
    expect(noticeWords(of(), 'sv')).toBe(
      'Nordvik Bygg sparar ditt meddelande för att kunna höra av sig till dig. Det raderas efter sex månader.',
    );
    expect(noticeWords(of(), 'en')).toBe(
      'Nordvik Bygg keeps your message to be able to get back to you. It is erased after six months.',
    );
  });

  test('are the own of the client in each language that it has said them in', () => {
    const notice = aNotice({ text: { sv: 'Vi ringer upp.', en: null } });

    expect(noticeWords(of({ notice }), 'sv')).toBe('Vi ringer upp.');
    expect(noticeWords(of({ notice }), 'en')).toContain('six months');
  });

  test('tell the time of the stage where it is shorter than that of the client', () => {
    expect(noticeWords(of({ retentionMonths: 3 }), 'sv')).toContain('efter tre månader');
  });

  test.each([
    [{ months: 1 }, 'en månad', 'one month'],
    [{ months: 6 }, 'sex månader', 'six months'],
    [{ days: 1 }, 'en dag', 'one day'],
    [{ days: 90 }, '90 dagar', '90 days'],
  ])('of a retention of %j', (retention, swedish, english) => {
    expect(retentionWords(retention, 'sv')).toBe(swedish);
    expect(retentionWords(retention, 'en')).toBe(english);
  });
});

describe('the page', () => {
  test('says who, why, what, how long, which rights, and whom to turn to, in both languages', () => {
    const page = callerNoticePage(of());

    for (const heading of ['Vem som ansvarar', 'Varför uppgifterna sparas', 'Hur länge', 'Dina rättigheter', 'Kontakt'])
      expect(page).toContain(`<h2>${heading}</h2>`);
    for (const heading of ['Who is responsible', 'Why the data is kept', 'For how long', 'Your rights', 'Contact'])
      expect(page).toContain(`<h2>${heading}</h2>`);
    expect(page).toContain('Nordvik Bygg AB är personuppgiftsansvarig. Organisationsnummer: 402000-0107.');
    expect(page).toContain('senast sex månader efter samtalet');
    expect(page).toContain('six months after the call at the latest');
    expect(page.match(/https:\/\/www\.imy\.se\//g)).toHaveLength(2);
  });

  test('is one that a screen reader and a small screen can read', () => {
    const page = callerNoticePage(of());

    expect(page).toMatch(/^<!doctype html>\n<html lang="sv">/);
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(page).toContain('<title>Dina uppgifter när du ringer Nordvik Bygg</title>');
    expect(page).toContain('<article id="sv" lang="sv">');
    expect(page).toContain('<article id="en" lang="en">');
    expect(page).not.toMatch(/<script|<img|<link|<iframe| style=| on\w+=/);
  });

  test('leaves out the number of a sole trader, which is a personal number', () => {
    const soleTrader = of({ client: aClient({ legalName: 'Ek Måleri', organisationNumber: '850709-9805' }) });

    expect(callerNoticePage(soleTrader)).toContain('Ek Måleri är personuppgiftsansvarig.');
    expect(callerNoticePage(soleTrader)).not.toContain('850709');
  });

  test('shows the purpose and every way to reach the client, as it has given them', () => {
    const notice = aNotice({
      purpose: { sv: 'För att boka in dig.\nRättslig grund: avtal.', en: null },
      contact: {
        email: 'dataskydd@nordvik.example',
        phone: '+46846500401',
        address: 'Storgatan 3, Härnösand',
        web: 'https://nordvik.example/gdpr',
      },
    });

    const page = callerNoticePage(of({ notice }));

    expect(page).toContain('<p>För att boka in dig.<br>Rättslig grund: avtal.</p>');
    expect(page).toContain('To take your message');
    expect(page).toContain('<a href="mailto:dataskydd@nordvik.example">dataskydd@nordvik.example</a>');
    expect(page).toContain('<a href="tel:+46846500401">08-465 004 01</a>');
    expect(page).toContain('Storgatan 3, Härnösand');
    expect(page).toContain('<a href="https://nordvik.example/gdpr">');
    expect(page).not.toContain('på det nummer som du ringde');
  });

  test('knows a way to the client that has given none', () => {
    expect(callerNoticePage(of({ notice: aNotice() }))).toContain('Ring Nordvik Bygg på det nummer som du ringde.');
  });

  test('links to nothing but the web, whatever was once kept as an address', () => {
    const web = 'javascript:alert(1)';

    const page = callerNoticePage(of({ notice: aNotice({ contact: { ...noContact, web } }) }));

    expect(page).not.toContain('href="javascript:');
  });

  test('has no tag more, whatever the client calls itself and says', () => {
    const tagsOf = (page: string) => page.match(/<[^>]*>/g)?.filter((tag) => tag !== '<br>');
    const tags = tagsOf(callerNoticePage(of({ client: aClient({ name: 'x' }) })))?.length;

    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (name, text) => {
        const evil = `<b onclick="x">${name}`;
        const notice = aNotice({ text: { sv: evil + text, en: text }, purpose: { sv: evil, en: evil } });

        const page = callerNoticePage(of({ client: aClient({ name: evil, legalName: evil }), notice }));

        expect(page).not.toContain('<b ');
        expect(tagsOf(page)).toHaveLength(tags ?? 0);
      }),
    );
  });
});

test('an organisation has a number that no person has', () => {
  expect(['402000-0107', '556000-0001', '202100-5489'].map(isPersonalNumber)).toEqual([false, false, false]);
  expect(['850709-9805', '850709+9805', '850769-9805'].map(isPersonalNumber)).toEqual([true, true, true]);
});
