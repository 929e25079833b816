// Telephone numbers as they are read: "070-174 06 30" on the screen, and in groups to read back to a caller.
const areaCodes = new Set(
  (
    '08 010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 077 079 090 ' +
    '099'
  ).split(' '),
);

const countryCodes = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/** How the digits after the area code are put together, by how many there are. */
const shapes: Record<number, readonly number[]> = {
  5: [3, 2],
  6: [2, 2, 2],
  7: [3, 2, 2],
  8: [3, 3, 2],
};

function cut(digits: string, sizes: readonly number[]): string[] {
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return digits.slice(start - size, start);
  });
}

const pairs = (digits: string): string[] => {
  const odd = digits.length % 2 === 1 && digits.length > 2;
  return [...(odd ? [digits.slice(0, 3)] : []), ...(digits.slice(odd ? 3 : 0).match(/\d{1,2}/g) ?? [])];
};

/** As typed, or E.164: `+46…`, `0046…` and `0…` are one number. Nothing but digits remains, with `+` in front of foreign ones. */
export function bareNumber(typed: string): string {
  const kept = typed.replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const international = kept.startsWith('00') ? `+${kept.slice(2)}` : kept;
  return international.startsWith('+46') ? `0${international.slice(3)}` : international;
}

/** Area code or country first, then groups of two and three. */
function numberGroups(typed: string): string[] {
  const number = bareNumber(typed);
  if (number.startsWith('+')) {
    const country = countryCodes.exec(number.slice(1))?.[0] ?? '';
    return [`+${country}`, ...pairs(number.slice(1 + country.length))].filter((group) => group !== '');
  }
  if (!number.startsWith('0') || number.length < 7) return number === '' ? [] : [number];
  const area =
    [2, 3].map((length) => number.slice(0, length)).find((code) => areaCodes.has(code)) ?? number.slice(0, 4);
  const rest = number.slice(area.length);
  return [area, ...cutOrPairs(rest)];
}

function cutOrPairs(rest: string): string[] {
  const shape = shapes[rest.length];
  return shape ? cut(rest, shape) : pairs(rest);
}

/** "+46701740630" → "070-174 06 30", "+4532123456" → "+45 32 12 34 56"; short numbers stay as they are. */
export function phoneWords(typed: string): string {
  const [first = '', ...rest] = numberGroups(typed);
  if (rest.length === 0) return first;
  return first.startsWith('+') ? [first, ...rest].join(' ') : `${first}-${rest.join(' ')}`;
}

/** "070 – 174 06 30": as one says it, with a breath after the area code. */
export function readBackWords(typed: string): string {
  const [first = '', ...rest] = numberGroups(typed);
  return rest.length === 0 ? first : `${first} – ${rest.join(' ')}`;
}

/** For `tel:`; undefined where there is nothing to dial. */
export function dialHref(typed: string): string | undefined {
  const number = bareNumber(typed);
  return number.replace('+', '').length >= 3
    ? `tel:${number.startsWith('0') ? `+46${number.slice(1)}` : number}`
    : undefined;
}
