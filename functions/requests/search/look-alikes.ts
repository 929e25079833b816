// Characters as people read them: in one width, and letters of other alphabets as the Latin ones that they look like. Pure.
import { readBy } from '#requests/search/characters.ts';

/** Capitals of Cyrillic and Greek, then their small letters, each before what it looks like. */
const LIKE =
  '\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0423Y\u0425X\u0405S\u0406I\u0408J' +
  '\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X' +
  '\u0430a\u0432b\u0435e\u043ak\u043cm\u043dh\u043eo\u0440p\u0441c\u0442t\u0443y\u0445x\u0455s\u0456i\u0458j' +
  '\u03b1a\u03b5e\u03b9i\u03bak\u03bdv\u03bfo\u03c1p\u03c4t\u03c5u\u03c7x';

const latin = new Map(Array.from({ length: LIKE.length / 2 }, (_, n) => [LIKE[2 * n], LIKE[2 * n + 1]]));

/** Accents apart: \u0457 is i with its dots. */
export const asRead = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0370-\u04ff]/g, (letter) => latin.get(letter) ?? letter)
    .normalize('NFKC');

/** Digits, letters and signs of one width, as \uff10 is 0. */
export const inOneWidth = (text: string): string => text.normalize('NFKC');

/**
 * Finds passages in a text in one width, and gives them as they are written.
 * @param find gives them in their order.
 */
export function foundAsWritten<T extends { written: string }>(text: string, find: (text: string) => T[]): T[] {
  if (inOneWidth(text) === text) return find(text);
  const reading = readBy(text, inOneWidth);
  let from = 0;
  return find(reading.text).map((one) => {
    const at = reading.text.indexOf(one.written, from);
    from = at + one.written.length;
    return { ...one, written: text.slice(reading.places[at]?.[0], reading.places[from - 1]?.[1]) };
  });
}
