// Telephone numbers, taken as people in Sweden write them and kept as E.164.
import { type MetadataJson, parsePhoneNumberFromString } from 'libphonenumber-js/core';
import * as z from 'zod/mini';
import { phoneMetadata } from '#shared/phone-metadata.ts';
import { hasControlCharacters, wellFormed } from '#shared/text.ts';

const HOME = 'SE';
const PHONE_MAX_LENGTH = 40;

interface PhoneNumber {
  e164: string;
  /** ISO 3166; undefined where the number does not tell. */
  country: string | undefined;
  mobile: boolean;
  extension: string | undefined;
}

let plans: MetadataJson | undefined;

/** Parsed at the first number: most cold starts see none. */
function metadata(): MetadataJson {
  plans ??= JSON.parse(phoneMetadata) as MetadataJson;
  return plans;
}

/** The whole text must be the number: words around it mean something, and would be lost. */
const OPTIONS = { defaultCountry: HOME, extract: false } as const;

/** @returns undefined for what is not a complete, valid number of a country we know. */
export function parsePhone(text: string): PhoneNumber | undefined {
  const parsed = parsePhoneNumberFromString(text.trim(), OPTIONS, metadata());
  if (!parsed?.isValid()) return undefined;
  const type = parsed.getType();
  return {
    e164: parsed.number,
    country: parsed.country,
    mobile: type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE',
    extension: parsed.ext,
  };
}

/** For people: 070-174 06 05 at home, with the country's code abroad. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164, HOME, metadata());
  if (!parsed) return e164;
  return parsed.country === HOME ? parsed.formatNational() : parsed.formatInternational();
}

/** Why a text is no number of the register, or its E.164. */
function registerNumber(text: string): { e164: string } | { error: string } {
  const parsed = parsePhone(text);
  if (!parsed) return { error: 'Not a complete telephone number' };
  return parsed.extension ? { error: 'An extension has no place here' } : { e164: parsed.e164 };
}

/** A number of the register: it must be complete, and is dialled as it stands. Parses to E.164. */
export const Phone = () =>
  z.pipe(
    z.string().check(z.maxLength(PHONE_MAX_LENGTH)),
    z.transform((text: string, context) => {
      const number = registerNumber(text);
      if ('e164' in number) return number.e164;
      context.issues.push({ code: 'custom', message: number.error, input: text });
      return z.NEVER;
    }),
  );

/** A caller's number: kept as given if it is not complete; only a text without digits is refused. */
export const PhoneAsGiven = () =>
  z.string().check(
    wellFormed(),
    z.maxLength(PHONE_MAX_LENGTH),
    z.refine((text) => /\d/.test(text), { error: 'A number has digits' }),
    z.refine((text) => !hasControlCharacters(text), { error: 'No line breaks or control characters' }),
  );
