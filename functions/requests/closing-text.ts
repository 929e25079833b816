// The letter with which a request is answered, or prolonged, as a draft for the controller to send. Pure.
import { localOf } from '#calendar/local-time.ts';
import type { ClosingFacts, ClosingWords } from '#requests/closing-words.ts';
import { closingWordsEn } from '#requests/closing-words-en.ts';
import { closingWordsSv } from '#requests/closing-words-sv.ts';
import type { Outcome } from '#requests/codes.ts';
import type { RequestContent } from '#requests/store.ts';
import type { Language } from '#shared/fields.ts';
import { SERVICE } from '#shared/tables.ts';

const words: Readonly<Record<Language, ClosingWords>> = { sv: closingWordsSv, en: closingWordsEn };
const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** `28 december 2026`, of a day without a time zone. */
const dayWords = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(date));

const factsOf = (request: RequestContent, language: Language, signature: string | null): ClosingFacts => ({
  controller: request.clientId === SERVICE ? null : signature,
  received: dayWords(localOf(request.receivedAtMs).date, language),
  deadline: dayWords(request.deadline, language),
  keepDays: request.keepDays,
  reason: request.value.instructionText,
});

const letterOf = (paragraphs: readonly string[], { regards }: ClosingWords, signature: string | null): string =>
  [...paragraphs, signature === null ? regards : `${regards}\n${signature}`].join('\n\n');

interface Asked {
  outcome: Outcome;
  language: Language;
  /** Whose answer it is, by name; null: nobody knows it. */
  signature: string | null;
}

/** @returns null where nobody is answered. */
export function closingText(request: RequestContent, { outcome, language, signature }: Asked): string | null {
  if (outcome === 'mistaken') return null;
  const said = words[language];
  const facts = factsOf(request, language, signature);
  const isService = request.clientId === SERVICE;
  const what = outcome === 'carriedOut' ? said.carriedOut[request.kind](isService) : said.others[outcome](facts);
  const complaint = outcome === 'withdrawn' ? [] : [said.complaint];
  return letterOf(
    [said.opening(said.asked[request.kind], facts), what, ...complaint, said.kept(facts)],
    said,
    signature,
  );
}

/** @returns null where it was not prolonged. */
export function extensionText(request: RequestContent, { language, signature }: Omit<Asked, 'outcome'>): string | null {
  if (!request.extension) return null;
  const said = words[language];
  const facts = factsOf(request, language, signature);
  return letterOf(
    [said.opening(said.asked[request.kind], facts), said.extended(request.extension.why, facts), said.complaint],
    said,
    signature,
  );
}
