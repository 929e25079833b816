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

/** Of a run of several numbers the first that is one of those sought, the longest where there are more. */
function cutFrom(written: string, quest: Pick<Quest, 'phones'>): { from: number; until: number } | undefined {
  const groups = [...written.matchAll(/[+\d]\d*/g)].map(({ 0: group, index }) => ({
    from: index,
    until: index + group.length,
  }));
  const spans = groups.flatMap(({ from }, n) => groups.slice(n).map(({ until }) => ({ from, until })));
  const isOne = ({ from, until }: { from: number; until: number }) => {
    const [run] = runsOfDigits(written.slice(from, until));
    return run !== undefined && quest.phones.has(run.digits);
  };
  return spans.filter(isOne).toSorted((one, other) => one.from - other.from || other.until - one.until)[0];
}

/** A run that holds a number sought and more is told apart: what stands before and after it is likely somebody else's. */
function numbersOf({ written, digits, inWord }: Run, quest: Pick<Quest, 'phones'>): Written[] {
  const whole = soughtIn(digits, quest);
  const match = whole && { ...whole, partly: whole.partly || inWord };
  const cut = match?.partly ? cutFrom(written, quest) : undefined;
  if (!match || !cut) return [{ written, digits, ...(match && { match }) }];
  const [own] = runsOfDigits(written.slice(cut.from, cut.until));
  const rest = (part: string) => runsOfDigits(part).flatMap((run) => numbersOf(run, quest));
  return [
    ...rest(written.slice(0, cut.from)),
    ...(own ? [{ ...own, match: { sought: own.digits, partly: true } }] : []),
    ...rest(written.slice(cut.until)),
  ];
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
