// Swedish organisation numbers, those of sole traders (personal numbers) included, in one form: 402000-0107.
import library from 'organisationsnummer';
import * as z from 'zod/mini';

// The package's types promise a default export; what Node gives is the class itself.
const Organisationsnummer = library as unknown as typeof library.default;

const organisationNumberOf = (text: string): string | undefined =>
  Organisationsnummer.valid(text) ? Organisationsnummer.parse(text).format() : undefined;

export const OrganisationNumber = () =>
  z.pipe(
    z.string().check(
      z.trim(),
      z.maxLength(20),
      z.refine((text) => organisationNumberOf(text) !== undefined, { error: 'Not a valid organisation number' }),
    ),
    z.transform((text) => organisationNumberOf(text) ?? text),
  );
