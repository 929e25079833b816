// Telephone numbers as digits to search by, however they are written: +46 70, 0046 (0)70 and 070 are the same.

/** Digits of a number, with what people, and programs, put between and before them: any dash and space, signs that nobody sees. */
const DIGITS = String.raw`[+\d](?:[\s\p{Pd}\p{Cf}\u2212./()]*\d)+`;
/** In a query, where letters beside them make a word. */
const RUN = new RegExp(String.raw`(?<![\p{L}\p{N}])${DIGITS}(?![\p{L}\p{N}])`, 'gu');
/** In a text, where nobody sees to the space before and after a number. */
const WRITTEN_RUN = new RegExp(String.raw`(?<!\p{N})${DIGITS}(?!\p{N})`, 'gu');
const LEAST_DIGITS = 3;

const HOME = '46';
/** Of a number with the country's code: no number of Sweden has as many that does not begin with 0. */
const LEAST_DIGITS_WITH_HOME = 10;

/** As one dials in Sweden: 070…, and 00 with the country's code abroad. */
export const dialled = (e164: string): string =>
  e164.startsWith(`+${HOME}`) ? `0${e164.slice(1 + HOME.length)}` : `00${e164.slice(1)}`;

/** As switchboards write it: without a sign before it. */
const isWithHome = (digits: string) => digits.startsWith(HOME) && digits.length >= LEAST_DIGITS_WITH_HOME;

function digitsOf(run: string): string {
  const digits = run.replace(/\D/g, '');
  const abroad =
    run.startsWith('+') || isWithHome(digits) ? digits : digits.startsWith('00') ? digits.slice(2) : undefined;
  if (abroad === undefined) return digits;
  return abroad.startsWith(HOME) ? `0${abroad.slice(HOME.length).replace(/^0/, '')}` : `00${abroad}`;
}

/** Of a text. */
export interface Run {
  written: string;
  /** As one dials them; two numbers may make one run. */
  digits: string;
  /** A letter stands right before or after it: a number, or a part of some other sign. */
  inWord: boolean;
}

const LETTER_AT_END = /\p{L}$/u;
const LETTER_AT_START = /^\p{L}/u;

export const runsOfDigits = (text: string): Run[] =>
  [...text.matchAll(WRITTEN_RUN)].map(({ 0: written, index }) => ({
    written,
    digits: digitsOf(written),
    inWord:
      LETTER_AT_END.test(text.slice(Math.max(0, index - 2), index)) ||
      LETTER_AT_START.test(text.slice(index + written.length, index + written.length + 2)),
  }));

/** A query in two: runs of three digits and more, and the text without them. */
export function splitDigits(text: string): { digits: string[]; rest: string } {
  const digits: string[] = [];
  const rest = text.replace(RUN, (run) => {
    const found = digitsOf(run);
    if (found.length < LEAST_DIGITS) return run;
    digits.push(found);
    return ' ';
  });
  return { digits, rest };
}
