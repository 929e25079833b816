// Schemas that every feature uses: names, texts, e-mail addresses, lists, languages, pages, the client in the path.
import { domainToASCII } from 'node:url';
import * as z from 'zod/mini';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { hasControlCharacters, isVisible, wellFormed } from '#shared/text.ts';

const NAME_MAX_LENGTH = 200;
export const MATTER_MAX_LENGTH = 4_000;
export const LIST_MAX_LENGTH = 20;

const visible = () =>
  z.refine<string>((text) => text === '' || isVisible(text), { error: 'Nothing in it can be seen' });

/** One line: no line breaks and no other control characters, nothing but NFC, trimmed, something to be seen. */
export const Line = (maxLength = NAME_MAX_LENGTH) =>
  z.string().check(
    wellFormed(),
    z.normalize('NFC'),
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !hasControlCharacters(text), { error: 'No line breaks or control characters' }),
    visible(),
  );

/** Several lines; of the control characters only line breaks and tabs. */
export const Text = (maxLength: number) =>
  z.string().check(
    wellFormed(),
    z.normalize('NFC'),
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !hasControlCharacters(text.replace(/[\n\r\t]/g, '')), { error: 'No control characters' }),
    visible(),
  );

/** å, ä and ö of a domain as the network writes them: mail services take no others. */
function asciiDomain(address: string): string {
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at).toLowerCase();
  const isForeign = /[^ -~]/.test(domain) && /^[\p{L}\p{N}\p{M}.-]+$/u.test(domain);
  return address.slice(0, at) + (isForeign ? domainToASCII(domain) : domain);
}

/** The domain in lower case and in ASCII; the part before it is the recipient's own business. */
export const Email = () => z.string().check(z.overwrite(asciiDomain), z.maxLength(254), z.email());

export const orNull = <T extends z.ZodMiniType>(schema: T) => z._default(z.nullable(schema), null);

/** Of a merge patch: with nothing in it, it would be a way to read. */
export const notEmpty = <T extends object>() =>
  z.refine<T>((patch) => Object.keys(patch).length > 0, { error: 'At least one field' });

export const listOf = <T extends z.ZodMiniType>(item: T, maxLength = LIST_MAX_LENGTH) =>
  z.array(item).check(z.maxLength(maxLength));

export const Language = () => z.enum(['sv', 'en']);
export type Language = 'sv' | 'en';

export const ContentMode = () => z.enum(['full', 'notice']);
export type ContentMode = 'full' | 'notice';

/** RFC 3339 has four digits for the year: a time that an offset carries out of them could not be answered again. */
const isWithinYears = (text: string) => {
  const year = new Date(text).getUTCFullYear();
  return year >= 0 && year <= 9999;
};

/** RFC 3339 with any offset, to epoch milliseconds. */
export const Instant = () =>
  z.pipe(
    z.iso.datetime({ offset: true }).check(z.refine(isWithinYears, { error: 'Beyond the years 0000 to 9999' })),
    z.transform((text) => Date.parse(text)),
  );

/** RFC 3339, UTC, in replies. */
export const InstantOut = () => z.iso.datetime();

/** Of a query a number is its digits: JavaScript reads `1e1`, `0x10` and a space too. */
const digits = () =>
  z.transform((text: unknown) => (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : text));

/** How many entries a page may have. */
export const Limit = (most: number) => z._default(z.pipe(digits(), z.int().check(z.minimum(1), z.maximum(most))), 25);

/** `limit` and `cursor`, as they stand in a query. */
export const pageFields = () => ({
  limit: Limit(100),
  cursor: z.optional(z.string().check(z.maxLength(2_000))),
});

/** The query of a list without filters. */
export const ListQuery = lazy(() => z.strictObject(pageFields()));

export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });

/** The path of what belongs to one client. */
export const ClientParams = lazy(() => z.strictObject({ clientId: idSchema('client') }));
