// Telephone numbers as digits to search by, however they are written: +46 70, 0046 (0)70 and 070 are the same.

/** Digits of a number, with what people put between and before them. */
const RUN = /(?<![\p{L}\p{N}])[+\d](?:[\s\-\u2013./()]*\d)+(?![\p{L}\p{N}])/gu;
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

/** Each run of a text as it is written, and its digits as one dials them; two numbers may make one run. */
export const runsOfDigits = (text: string): { written: string; digits: string }[] =>
  [...text.matchAll(RUN)].map(([written]) => ({ written, digits: digitsOf(written) }));

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
