// Words as they are compared: in lower case, without accents; with å, ä and ö, and once more without.

/** Letters that Unicode takes for letters of their own, as Swedes write them without a keyboard that has them. */
const spelled: Readonly<Record<string, string>> = {
  æ: 'ä',
  ø: 'ö',
  œ: 'oe',
  ß: 'ss',
  ð: 'd',
  đ: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
};

const ring = '\u030a';
const dots = '\u0308';

/** In lower case, and of the accents only those of å, ä and ö: they make other letters of a and o. */
const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-z]?)(\p{M}+)/gu, (_, letter: string, marks: string) => {
      if (letter === 'a' && marks.startsWith(ring)) return 'å';
      if ((letter === 'a' || letter === 'o') && marks.startsWith(dots)) return letter === 'a' ? 'ä' : 'ö';
      return letter;
    })
    .replace(/[^\p{ASCII}]/gu, (letter) => spelled[letter] ?? letter);

/** What `plainOf` gave, without the last accents. */
export const foldedOf = (plain: string): string => plain.replace(/[\u00e4\u00e5]/g, 'a').replace(/\u00f6/g, 'o');

/** Whether somebody has written å, ä or ö. */
export const hasOwnLetters = (plain: string): boolean => /[\u00e4\u00e5\u00f6]/.test(plain);

const WORD = /[\p{L}\p{N}]+/gu;
/** Anna-Karin, O'Brien: people write such a name in one as well. */
const JOINED = /[\p{L}\p{N}]+(?:[-'`\u00b4\u2019][\p{L}\p{N}]+)+/gu;

/** The words of a query, in their plain form. */
export const wordsOf = (text: string): string[] => plainOf(text).match(WORD) ?? [];

/** The words that a text is found by: its own, and those that are joined by a hyphen or an apostrophe once more as one. */
export function wordsToFind(text: string): string[] {
  const plain = plainOf(text);
  const joined = (plain.match(JOINED) ?? []).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ''));
  return [...(plain.match(WORD) ?? []), ...joined];
}
