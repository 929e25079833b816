// SMS text: what costs parts. Normalized so that Swedish stays in GSM-7, cut where it would grow too long.

/** GSM 03.38: the basic set, each one septet. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each two septets: an escape and a character. */
const extension = new Set('\f^{}\\[~]|€');

/** Typographic marks that would turn the whole text to UCS-2. Letters in names are never replaced. */
const plain: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\t': ' ',
  '\u2022': '-',
};

export const normalizeSms = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2018-\u201e\u2010-\u2014\u2026\u00a0\u202f\t\u2022]/g, (mark) => plain[mark] ?? mark);

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

/**
 * Cuts a text so that it and its ending fit the parts, at a space where there is one near.
 * @param ending what stands after a text that was cut; a text that fits is left as it is.
 */
export function fitSms(text: string, ending: string, maxParts: number): string {
  if (smsSize(text).parts <= maxParts) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (smsSize(characters.slice(0, middle).join('') + ending).parts <= maxParts) low = middle;
    else high = middle - 1;
  }
  const cut = characters.slice(0, low).join('');
  const space = cut.lastIndexOf(' ');
  return (space > cut.length - 20 && space > 0 ? cut.slice(0, space) : cut).trimEnd() + ending;
}
