// Cuts libphonenumber's metadata down to the countries that callers and staff of Swedish clients have numbers in.
// `npm run phone-metadata` writes the file; a test holds it equal to what the installed library gives.
import { writeFileSync } from 'node:fs';
import full from 'libphonenumber-js/metadata.max.json';

/** EU and EEA, Switzerland, the United Kingdom, the United States and Canada. Others are kept as given and flagged. */
const countries =
  'SE NO DK FI IS EE LV LT PL DE NL BE LU FR ES PT IT AT CH LI CZ SK HU RO BG HR SI GR CY MT IE GB US CA'.split(' ');

/** As JSON in a string: parsed where a number is met, and not at every cold start. */
export function phoneMetadata(): string {
  const kept = new Set(countries);
  const entries = <T>(from: Record<string, T>) => Object.entries(from);
  const json = JSON.stringify({
    version: full.version,
    country_calling_codes: Object.fromEntries(
      entries<string[]>(full.country_calling_codes)
        .map(([code, of]) => [code, of.filter((country) => kept.has(country))] as const)
        .filter(([, of]) => of.length > 0),
    ),
    countries: Object.fromEntries(
      entries(full.countries as Record<string, unknown>).filter(([country]) => kept.has(country)),
    ),
    nonGeographic: {},
  });
  const quoted = json.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Written by \`npm run phone-metadata\`: the numbering plans of the countries that are named there, as JSON.\nexport const phoneMetadata =\n  '${quoted}';\n`;
}

export const phoneMetadataFile = new URL('../../functions/shared/phone-metadata.ts', import.meta.url);

if (import.meta.main) writeFileSync(phoneMetadataFile, phoneMetadata());
