// Who is looked for: numbers, addresses, words of names and ids, brought to the form in which they are compared.
import { foldedOf, wordsOf } from '#desk/fold-text.ts';
import { dialled } from '#desk/phone-digits.ts';
import { asRead, inOneWidth } from '#requests/search/look-alikes.ts';

/**
 * given: the person has said so. known: it stands in the person's own record of the register, where a number may be the whole
 * company's: a hit by it alone is doubtful.
 */
export type Origin = 'given' | 'known';

export interface Quest {
  /** Each name's words, folded. */
  readonly names: readonly (readonly string[])[];
  /** As one dials them. */
  readonly phones: ReadonlyMap<string, Origin>;
  /** In lower case. */
  readonly emails: ReadonlyMap<string, Origin>;
  readonly staffIds: ReadonlySet<string>;
  readonly userIds: ReadonlySet<string>;
}

export interface Sought {
  names: readonly string[];
  /** E.164. */
  phones: readonly string[];
  emails: readonly string[];
}

interface People {
  given: Sought;
  known?: Sought;
  staffIds?: Iterable<string>;
  userIds?: Iterable<string>;
}

export const foldedWords = (text: string): string[] => wordsOf(asRead(text)).map(foldedOf);

/** Two addresses are one where only case tells them apart: no mail service that people use knows better. */
export const comparedEmail = (email: string): string => inOneWidth(email).trim().toLowerCase();

function withOrigin(given: readonly string[], known: readonly string[]): Map<string, Origin> {
  const all = new Map<string, Origin>(known.map((one) => [one, 'known']));
  for (const one of given) all.set(one, 'given');
  return all;
}

export function questOf({
  given,
  known = { names: [], phones: [], emails: [] },
  staffIds = [],
  userIds = [],
}: People): Quest {
  const names = new Map(
    [...given.names, ...known.names].map((name) => {
      const words = foldedWords(name);
      return [words.join(' '), words] as const;
    }),
  );
  names.delete('');
  return {
    names: [...names.values()],
    phones: withOrigin(given.phones.map(dialled), known.phones.map(dialled)),
    emails: withOrigin(given.emails.map(comparedEmail), known.emails.map(comparedEmail)),
    staffIds: new Set(staffIds),
    userIds: new Set(userIds),
  };
}

/** The same for the same person, whatever the order: for telling whether there is more to look for than there was. */
export const questText = ({ names, phones, emails, staffIds, userIds }: Quest): string =>
  JSON.stringify([
    names.map((words) => words.join(' ')).sort(),
    [...phones].map((one) => one.join(' ')).sort(),
    [...emails].map((one) => one.join(' ')).sort(),
    [...staffIds].sort(),
    [...userIds].sort(),
  ]);
