// A letter as an e-mail, in both languages: nobody has said which one a user reads. Pure.
import type { Email } from '#deliveries/handover.ts';
import type { Letter } from '#letters/letter.ts';
import { letterPage } from '#letters/letter-page.ts';
import type { LetterWords } from '#letters/letter-words.ts';
import { letterWordsEn } from '#letters/letter-words-en.ts';
import { letterWordsSv } from '#letters/letter-words-sv.ts';
import type { Language } from '#shared/fields.ts';
import { html, linesOf } from '#shared/html.ts';

const languages: readonly [Language, string, LetterWords][] = [
  ['sv', 'sv-SE', letterWordsSv],
  ['en', 'en-GB', letterWordsEn],
];

const FONT =
  'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a';

const dayWords = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));

interface Addressed extends Letter {
  /** As the home calls the user; absent: nobody knows it any more. */
  name: string | undefined;
  portalUrl: string;
}

/** The recipient's address is added by the sender. */
export function renderLetter({ name, portalUrl, ...letter }: Addressed): Omit<Email, 'to'> {
  const { to, about, day } = letter;
  const page = new URL(letterPage(letter), portalUrl).href;
  const parts = languages.map(([language, locale, words]) => ({
    language,
    greeting: words.greeting(name),
    ...words.abouts[about]({ to, day: day && dayWords(day, locale) }),
    signIn: words.signIn,
    because: words.because[to],
  }));
  const subject = parts.map((part) => part.subject).join(' / ');
  const text = parts
    .map((part) => [part.greeting, part.text, `${part.signIn}: ${page}`, part.because].join('\n\n'))
    .join('\n\n--\n\n');
  const articles = parts.map(
    (part) =>
      html`<div lang="${part.language}"><p dir="auto">${part.greeting}</p><p>${linesOf(part.text)}</p><p><a href="${page}">${part.signIn}</a></p><p style="color:#555;font-size:14px">${part.because}</p></div>`,
  );
  const whole = html`<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>${subject}</title></head><body style="margin:0;padding:24px;max-width:640px;${FONT}">${articles}</body></html>`;
  return { subject, text: `${text}\n`, html: whole.text, language: 'sv' };
}
