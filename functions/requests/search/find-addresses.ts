// Telephone numbers and e-mail addresses in fields and in texts, in any spelling. Pure.
import { runsOfDigits } from '#desk/phone-digits.ts';
import { comparedEmail, type Origin, type Quest } from '#requests/search/quest.ts';

export interface AddressFound {
  passage: string;
  /** By a part of a number, or within more digits. */
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

/** In a field of a number, and in a free text alike. */
export const phonesIn = (text: string, { phones }: Pick<Quest, 'phones'>): AddressFound[] =>
  phones.size === 0
    ? []
    : runsOfDigits(text).flatMap(({ written, digits }) =>
        [...phones].flatMap(([sought, origin]) => {
          const match = matchOf(digits, sought);
          return match ? [{ passage: written, partly: match === 'partly', origin }] : [];
        }),
      );

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

export const emailsOf = (text: string): string[] =>
  [...text.matchAll(EMAIL)].map(([email]) => email.replace(/^['.-]+/, ''));

export const emailsIn = (text: string, { emails }: Pick<Quest, 'emails'>): AddressFound[] =>
  emails.size === 0
    ? []
    : emailsOf(text).flatMap((passage) => {
        const origin = emails.get(comparedEmail(passage));
        return origin ? [{ passage, partly: false, origin }] : [];
      });

const FEWEST_DIGITS_OF_OTHERS = 7;

/** Numbers and addresses of a text that are not among those sought: likely somebody else's. */
export function addressesOfOthers(text: string, quest: Quest): string[] {
  const own = new Set([...phonesIn(text, quest), ...emailsIn(text, quest)].map(({ passage }) => passage));
  const numbers = runsOfDigits(text)
    .filter(({ digits }) => digits.length >= FEWEST_DIGITS_OF_OTHERS)
    .map(({ written }) => written);
  return [...new Set([...numbers, ...emailsOf(text)])].filter((passage) => !own.has(passage));
}
