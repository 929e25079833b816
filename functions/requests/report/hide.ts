// What is hidden of an entry: of what somebody has marked nothing can be read anywhere in it, in no spelling. Pure.
import { runsOfDigits } from '#desk/phone-digits.ts';
import { placesIn } from '#requests/report/places-in.ts';
import type { Place } from '#requests/search/characters.ts';
import { codeOf, type Field, hidesWhole } from '#requests/search/field.ts';
import { emailsIn, emailsOf, phonesIn } from '#requests/search/find-addresses.ts';
import { inOneWidth } from '#requests/search/look-alikes.ts';
import type { Sight } from '#requests/search/look-at.ts';
import { comparedEmail, type Quest } from '#requests/search/quest.ts';
import type { Mask } from '#requests/search-schema.ts';

/** Of one field. */
export type Hidden = 'whole' | readonly Place[];

type About = { quest: Pick<Quest, 'phones' | 'emails'>; slots: Sight['slots'] };

/** Fewer say nothing: they are years and times. */
const FEWEST_DIGITS = 6;

interface Secrets {
  /** As they are written. */
  texts: string[];
  phones: Quest['phones'];
  emails: Quest['emails'];
}

const isTold = ({ kind }: Field) => kind === 'name' || kind === 'phone' || kind === 'email' || kind === 'text';

/** The person's own number within a passage that was marked is no secret: it may stand beside it. */
function secretsOf(shown: readonly Field[], masks: readonly Mask[], { quest }: About): Secrets {
  const texts: string[] = [];
  const phones = new Map<string, 'given'>();
  const emails = new Map<string, 'given'>();
  for (const { code, passage } of masks)
    for (const field of shown.filter((one) => codeOf(one) === code && isTold(one))) {
      const isPassage = passage !== undefined && !hidesWhole(field.kind);
      const text = isPassage ? passage : field.value;
      texts.push(text);
      for (const { digits } of runsOfDigits(inOneWidth(text)))
        if (digits.replace(/^0+/, '').length >= FEWEST_DIGITS && (hidesWhole(field.kind) || !quest.phones.has(digits)))
          phones.set(digits, 'given');
      for (const email of emailsOf(text).map(comparedEmail))
        if (hidesWhole(field.kind) || !quest.emails.has(email)) emails.set(email, 'given');
    }
  return { texts, phones, emails };
}

const wordsIn = ({ value }: Field, { texts }: Secrets): Place[] =>
  texts.flatMap((text) => placesIn(value, text, { wordsOnly: true }));

const addressesIn = ({ value }: Field, { phones, emails }: Secrets): Place[] =>
  [...phonesIn(value, { phones }), ...emailsIn(value, { emails })].flatMap(({ passage }) =>
    placesIn(value, passage, { wordsOnly: false }),
  );

/** Of a field that is hidden as a whole or not at all. */
function isSecret(field: Field, secrets: Secrets, { slots }: About): boolean {
  if (!isTold(field) && field.kind !== 'plain') return false;
  const [words, addresses] = [wordsIn(field, secrets), addressesIn(field, secrets)];
  if (words.some(([from, until]) => from === 0 && until === field.value.length)) return true;
  if (field.kind === 'phone' || field.kind === 'email') return addresses.length > 0;
  const isOwn = field.slot !== undefined && slots.has(field.slot);
  return !isOwn && words.length + addresses.length > 0;
}

/**
 * What is marked in one field is hidden in the others as well: a name in words that is the company's too, a number that was
 * written down twice. What is the person's own goes only where all of it was marked elsewhere: Anna Karlsson stays where some
 * other Anna is hidden.
 */
export function hiding(shown: readonly Field[], masks: readonly Mask[], about: About): (field: Field) => Hidden {
  if (masks.length === 0) return () => [];
  const secrets = secretsOf(shown, masks, about);
  return (field) => {
    const own = masks.filter(({ code }) => code === codeOf(field));
    if (own.some(({ passage }) => passage === undefined)) return 'whole';
    if (hidesWhole(field.kind)) return own.length > 0 || isSecret(field, secrets, about) ? 'whole' : [];
    return [
      ...own.flatMap(({ passage = '' }) => placesIn(field.value, passage, { wordsOnly: false })),
      ...wordsIn(field, secrets),
      ...addressesIn(field, secrets),
    ];
  };
}
