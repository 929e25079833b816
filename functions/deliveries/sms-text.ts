// SMS text: what costs parts. Normalized so that Swedish stays in GSM-7, cut where it would grow too long.

/** GSM 03.38: the basic set, each one septet. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each two septets: an escape and a character. */
const extension = new Set('\f^{}\\[~]|€');

/** Typographic marks that would turn the whole text to UCS-2. Letters in names are never replaced. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032\u00b4`\u2039\u203a]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212\u2022]/g, '-'],
  [/\u2026/g, '...'],
  [/[\t\p{Zs}]/gu, ' '],
];

export const normalizeSms = (text: string): string =>
  plain.reduce((written, [marks, mark]) => written.replace(marks, mark), text.normalize('NFC'));

interface SmsSize {
  encoding: 'GSM-7' | 'UCS-2';
  parts: number;
}

const septetsOf = (character: string) => (basic.has(character) ? 1 : extension.has(character) ? 2 : undefined);

const limits = { 'GSM-7': { alone: 160, inPart: 153 }, 'UCS-2': { alone: 70, inPart: 67 } } as const;

/**
 * How many parts a normalized text is sent as: one of 160 septets (70 UTF-16 units in UCS-2), or several of 153 (67).
 * No part holds half a character, so a part may be one short.
 */
export function smsSize(text: string): SmsSize {
  const characters = [...text];
  const encoding = characters.every((character) => septetsOf(character) !== undefined) ? 'GSM-7' : 'UCS-2';
  const { alone, inPart } = limits[encoding];
  let total = 0;
  let parts = 1;
  let filled = 0;
  for (const character of characters) {
    const size = encoding === 'GSM-7' ? (septetsOf(character) ?? 1) : character.length;
    total += size;
    const fits = filled + size <= inPart;
    if (!fits) parts += 1;
    filled = fits ? filled + size : size;
  }
  return { encoding, parts: total <= alone ? 1 : parts };
}

/** What people see as one character is never cut in two: a face of several, a letter with marks. */
let segmenter: Intl.Segmenter | undefined;
function graphemesOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('sv', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** As long as a number is written with its spaces; more is a list of them. */
const NUMBER_MAX_LENGTH = 25;

/** Half a number is a wrong number. */
function withoutHalfNumber(cut: string, rest: string): string {
  const goesOn = /\d$/.test(cut.trimEnd()) && /^[\s().-]{0,3}\d/.test(rest);
  const [number = ''] = /\+?\d[\d\s().-]*$/.exec(cut) ?? [];
  if (!goesOn || number === '') return cut;
  if (number.length <= NUMBER_MAX_LENGTH) return cut.slice(0, -number.length);
  return /^\s/.test(rest) ? cut : cut.replace(/\S+$/, '');
}

interface SmsLimit {
  /** Stands after what was cut. */
  ending: string;
  maxParts: number;
  /** Something was left out of the head: the ending must be there. */
  isCut: boolean;
}

/**
 * Puts a text under its head. Only the text is cut, between words where there is a space near.
 * @returns undefined where the head alone is too long.
 */
export function fitSms(head: string, text: string, { ending, maxParts, isCut }: SmsLimit): string | undefined {
  const whole = text === '' ? head : `${head}\n${text}`;
  const fits = (one: string) => smsSize(one).parts <= maxParts;
  if (!isCut && fits(whole)) return whole;
  const graphemes = graphemesOf(text);
  const upTo = (count: number) => graphemes.slice(0, count).join('');
  const withEnding = (cut: string) => `${head}\n${cut}${ending}`;
  if (!fits(withEnding(''))) return undefined;
  let low = 0;
  let high = graphemes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(withEnding(upTo(middle)))) low = middle;
    else high = middle - 1;
  }
  const cut = upTo(low);
  if (low === graphemes.length) return withEnding(cut);
  const space = cut.lastIndexOf(' ');
  const between = space > cut.length - 20 && space > 0 ? cut.slice(0, space) : cut;
  return withEnding(withoutHalfNumber(between, text.slice(between.length)).trimEnd());
}
