// Telephone numbers and e-mail addresses in fields and in texts, in any spelling. Pure.
import { type Run, runsOfDigits } from '#desk/phone-digits.ts';
import { foundAsWritten } from '#requests/search/look-alikes.ts';
import { comparedEmail, type Origin, type Quest } from '#requests/search/quest.ts';

export interface AddressFound {
  passage: string;
  /** By a part of a number, or within more digits or a word. */
  partly: boolean;
  origin: Origin;
}

/** Without the area code a number has six digits or more. */
const FEWEST_DIGITS = 6;

function matchOf(digits: string, sought: string): 'whole' | 'partly' | undefined {
  if (digits === sought) return 'whole';
  if (digits.length >= FEWEST_DIGITS && sought.endsWith(digits)) return 'partly';
  // Two numbers one after the other, or one with an extension; without the zero, abroad without 00.
  return digits.includes(sought.replace(/^0+/, '')) ? 'partly' : undefined;
}

/** A number of a text as it is written, and which of those sought it is. */
interface Written {
  written: string;
  digits: string;
  match?: { sought: string; partly: boolean };
}

function soughtIn(digits: string, { phones }: Pick<Quest, 'phones'>): Written['match'] {
  const matches = [...phones.keys()].flatMap((sought) => {
    const match = matchOf(digits, sought);
    return match ? [{ sought, partly: match === 'partly' }] : [];
  });
  return matches.find(({ partly }) => !partly) ?? matches[0];
}

interface Cut {
  from: number;
  until: number;
  digits: string;
}

/** 0046 and (0) before a number of Sweden, of which 0 alone is dialled. */
const MOST_DIGITS_MORE = 4;

/**
 * Of a run of several numbers those that are sought, from left to right, each as long as it may be. From each group of digits on
 * as many are tried as the longest number may have: the time is that of reading the run, however long it is.
 */
function cutsOf(written: string, { phones }: Pick<Quest, 'phones'>): Cut[] {
  const most = Math.max(...[...phones.keys()].map((sought) => sought.length)) + MOST_DIGITS_MORE;
  const groups = [...written.matchAll(/[+\d]\d*/g)].map(({ 0: group, index }) => ({
    from: index,
    length: group.length,
  }));
  const cuts: Cut[] = [];
  for (const [n, { from }] of groups.entries()) {
    if (from < (cuts.at(-1)?.until ?? 0)) continue;
    let longest: Cut | undefined;
    let signs = 0;
    for (let last = n; last < groups.length; last++) {
      const group = groups[last] as (typeof groups)[number];
      signs += group.length;
      // The sign before it is no digit.
      if (signs > most + 1) break;
      const until = group.from + group.length;
      const [run] = runsOfDigits(written.slice(from, until));
      if (run && phones.has(run.digits)) longest = { from, until, digits: run.digits };
    }
    if (longest) cuts.push(longest);
  }
  return cuts;
}

function told({ written, digits, inWord }: Run, quest: Pick<Quest, 'phones'>): Written {
  const match = soughtIn(digits, quest);
  return { written, digits, ...(match && { match: { ...match, partly: match.partly || inWord } }) };
}

/** A run that holds a number sought and more is told apart: what stands before and after it is likely somebody else's. */
function numbersOf(run: Run, quest: Pick<Quest, 'phones'>): Written[] {
  const { written } = run;
  const whole = told(run, quest);
  const cuts = whole.match?.partly ? cutsOf(written, quest) : [];
  if (cuts.length === 0) return [whole];
  const rest = (from: number, until?: number) =>
    runsOfDigits(written.slice(from, until)).map((part) => told(part, quest));
  const numbers: Written[] = [];
  let from = 0;
  for (const cut of cuts) {
    // All that is left behind another number is a number by itself.
    const isAlone = from > 0 && cut.until === written.length && !/\d/.test(written.slice(from, cut.from));
    numbers.push(...rest(from, cut.from), {
      written: written.slice(cut.from, cut.until),
      digits: cut.digits,
      match: { sought: cut.digits, partly: !isAlone },
    });
    from = cut.until;
  }
  return [...numbers, ...rest(from)];
}

const numbersIn = (text: string, quest: Pick<Quest, 'phones'>): Written[] =>
  foundAsWritten(text, (even) => runsOfDigits(even).flatMap((run) => numbersOf(run, quest)));

/** In a field of a number, and in a free text alike. */
export const phonesIn = (text: string, quest: Pick<Quest, 'phones'>): AddressFound[] =>
  quest.phones.size === 0
    ? []
    : numbersIn(text, quest).flatMap(({ written, match }) =>
        match ? [{ passage: written, partly: match.partly, origin: quest.phones.get(match.sought) as Origin }] : [],
      );

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

export const emailsOf = (text: string): string[] =>
  foundAsWritten(text, (even) =>
    [...even.matchAll(EMAIL)].map(([email]) => ({ written: email.replace(/^['.-]+/, '') })),
  ).map(({ written }) => written);

/** As some programs set words in bold or italics. */
const unmarked = (email: string) => email.replace(/^[_~%]+/, '');

export const emailsIn = (text: string, { emails }: Pick<Quest, 'emails'>): AddressFound[] =>
  emails.size === 0
    ? []
    : emailsOf(text).flatMap((passage) => {
        const email = comparedEmail(passage);
        const origin = emails.get(email) ?? emails.get(unmarked(email));
        return origin ? [{ passage, partly: false, origin }] : [];
      });

const FEWEST_DIGITS_OF_OTHERS = 7;

/** Numbers and addresses of a text that are not among those sought: likely somebody else's. */
export function addressesOfOthers(text: string, quest: Quest): string[] {
  const own = new Set([...phonesIn(text, quest), ...emailsIn(text, quest)].map(({ passage }) => passage));
  const numbers = numbersIn(text, quest)
    .filter(({ digits }) => digits.length >= FEWEST_DIGITS_OF_OTHERS)
    .map(({ written }) => written);
  return [...new Set([...numbers, ...emailsOf(text)])].filter((passage) => !own.has(passage));
}
