// A sub-processor under change: what is filled in, what of it goes to the API, and what lacks. Pure.
import type { Body } from '#web/api/types.ts';
import type { SubProcessor, SubProcessorDetails } from '#web/privacy/agreements.ts';

export type SubProcessorBody = Body<'addSubProcessor'>;

export type Filled = {
  readonly name: string;
  readonly address: string;
  readonly contact: string;
  readonly country: string;
  readonly place: string;
  readonly purposeSv: string;
  readonly purposeEn: string;
  readonly parent: string;
  readonly parentCountry: string;
  readonly transferSv: string;
  readonly transferEn: string;
  readonly holdsFrom: string;
};

export const emptyFilled: Filled = {
  name: '',
  address: '',
  contact: '',
  country: '',
  place: '',
  purposeSv: '',
  purposeEn: '',
  parent: '',
  parentCountry: '',
  transferSv: '',
  transferEn: '',
  holdsFrom: '',
};

export const filledOf = (details: SubProcessorDetails): Filled => ({
  name: details.name,
  address: details.address,
  contact: details.contact,
  country: details.country,
  place: details.place,
  purposeSv: details.purpose.sv,
  purposeEn: details.purpose.en,
  parent: details.ultimateParent?.name ?? '',
  parentCountry: details.ultimateParent?.country ?? '',
  transferSv: details.transfer?.sv ?? '',
  transferEn: details.transfer?.en ?? '',
  holdsFrom: '',
});

/** What is to hold, or holds, as its form shows it, and the version that a change begins from. */
export const readOf = ({ current, next, version }: SubProcessor): { value: Filled; etag: string } => {
  const details = next?.details ?? current;
  return { value: details ? filledOf(details) : emptyFilled, etag: `"${version}"` };
};

/** Where each field lies in the body. */
export const pointers: Record<keyof Filled, string> = {
  name: '/name',
  address: '/address',
  contact: '/contact',
  country: '/country',
  place: '/place',
  purposeSv: '/purpose/sv',
  purposeEn: '/purpose/en',
  parent: '/ultimateParent/name',
  parentCountry: '/ultimateParent/country',
  transferSv: '/transfer/sv',
  transferEn: '/transfer/en',
  holdsFrom: '/holdsFrom',
};

/** @param field a name of `Filled`. */
export const pointerOf = (field: string): string => pointers[field as keyof Filled];

const needed = ['name', 'address', 'contact', 'country', 'place', 'purposeSv', 'purposeEn'] as const;
/** One of a pair needs the other. */
const pairs = [
  ['parent', 'parentCountry'],
  ['transferSv', 'transferEn'],
] as const;

/** Fields that are empty and must not be. */
export function missingOf(filled: Filled): (keyof Filled)[] {
  const isEmpty = (field: keyof Filled) => filled[field].trim() === '';
  const halves = pairs.flatMap((pair) => (pair.some((one) => !isEmpty(one)) ? pair.filter(isEmpty) : []));
  return [...needed.filter(isEmpty), ...halves];
}

export function bodyOf(filled: Filled): SubProcessorBody {
  const at = (field: keyof Filled) => filled[field].trim();
  return {
    name: at('name'),
    address: at('address'),
    contact: at('contact'),
    country: at('country').toUpperCase(),
    place: at('place'),
    purpose: { sv: at('purposeSv'), en: at('purposeEn') },
    ultimateParent: at('parent') === '' ? null : { name: at('parent'), country: at('parentCountry').toUpperCase() },
    transfer: at('transferSv') === '' ? null : { sv: at('transferSv'), en: at('transferEn') },
    ...(at('holdsFrom') !== '' && { holdsFrom: at('holdsFrom') }),
  };
}
