// Looks at one record: whether the person is in it, as what, how sure that is, and what in it is about others. Pure.
import { type Part, parts, type WayFound, waysFound } from '#requests/report-schema.ts';
import { codeOf, type Field, type Readable } from '#requests/search/field.ts';
import { type AddressFound, addressesOfOthers, emailsIn, phonesIn } from '#requests/search/find-addresses.ts';
import { isAnother, isWholeName, mayBeName, namesInText } from '#requests/search/find-names.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { Mask } from '#requests/search-schema.ts';

/** What was seen in a record where the person is. */
export interface Sight {
  how: WayFound[];
  as: Part[];
  /** A name alone, a part of a number, a number that may be shared: a person has to say. */
  doubtful: boolean;
  /** By code, the passages by which the person was found; an empty list for a field found as a whole. */
  found: ReadonlyMap<string, readonly string[]>;
  /** People of the record who are the person. */
  slots: ReadonlySet<string>;
}

interface Clue {
  field: Field;
  how: WayFound;
  sure: boolean;
  passages: string[];
}

const isSure = ({ partly, origin }: AddressFound) => !partly && origin === 'given';

function addressClues(field: Field, how: 'phone' | 'email', found: readonly AddressFound[]): Clue[] {
  return found.length === 0
    ? []
    : [{ field, how, sure: found.some(isSure), passages: found.map(({ passage }) => passage) }];
}

function nameClues(field: Field, quest: Quest): Clue[] {
  const isName = field.kind === 'name' && mayBeName(field.value, quest.names);
  const passages = isName ? [field.value] : namesInText(field.value, quest.names);
  return passages.length > 0 ? [{ field, how: 'name', sure: false, passages }] : [];
}

const idClues = (field: Field, how: 'staffId' | 'userId', ids: ReadonlySet<string>): Clue[] =>
  ids.has(field.value) ? [{ field, how, sure: true, passages: [] }] : [];

function cluesOf(field: Field, quest: Quest): Clue[] {
  switch (field.kind) {
    case 'staffId':
      return idClues(field, 'staffId', quest.staffIds);
    case 'userId':
      return idClues(field, 'userId', quest.userIds);
    case 'phone':
      return addressClues(field, 'phone', phonesIn(field.value, quest));
    case 'email':
      return addressClues(field, 'email', emailsIn(field.value, quest));
    case 'name':
    case 'text':
      return [
        ...nameClues(field, quest),
        ...addressClues(field, 'phone', phonesIn(field.value, quest)),
        ...addressClues(field, 'email', emailsIn(field.value, quest)),
      ];
    default:
      return [];
  }
}

/** A number or an address beside which another name stands is one that several people use. */
function isShared({ field, how }: Clue, { fields }: Readable, quest: Quest): boolean {
  if (field.slot === undefined || (how !== 'phone' && how !== 'email')) return false;
  const names = fields.filter(({ kind, slot }) => kind === 'name' && slot === field.slot);
  return names.length > 0 && names.every(({ value }) => isAnother(value, quest.names));
}

const inOrder = <T>(order: readonly T[], found: Iterable<T>): T[] => {
  const set = new Set(found);
  return order.filter((one) => set.has(one));
};

/** @returns undefined where the person is not in it. */
export function lookAt(record: Readable, quest: Quest): Sight | undefined {
  const clues = record.fields.flatMap((field) => cluesOf(field, quest));
  if (clues.length === 0) return undefined;
  const found = new Map<string, string[]>();
  for (const { field, passages } of clues)
    found.set(codeOf(field), [...new Set([...(found.get(codeOf(field)) ?? []), ...passages])]);
  return {
    how: inOrder(
      waysFound,
      clues.map(({ how }) => how),
    ),
    as: inOrder(
      parts,
      clues.map(({ field }) => field.part ?? 'mentioned'),
    ),
    doubtful: !clues.some((clue) => clue.sure && !isShared(clue, record, quest)),
    found,
    slots: new Set(clues.flatMap(({ field }) => field.slot ?? [])),
  };
}

/**
 * Of the people of a record those who are the person beyond doubt, for what takes them out of it: by an id, a whole number or
 * an address that was given, or the whole name; nobody beside whom another name stands.
 */
export function sureSlots({ fields }: Readable, quest: Quest): ReadonlySet<string> {
  const names = fields.filter(({ kind }) => kind === 'name');
  const isSureIn = (field: Field) =>
    (field.kind === 'name' && isWholeName(field.value, quest.names)) || cluesOf(field, quest).some(({ sure }) => sure);
  const isOthers = (whose: string) =>
    quest.names.length > 0 && names.some(({ slot, value }) => slot === whose && !mayBeName(value, quest.names));
  const sure = fields.filter((field) => isSureIn(field)).flatMap(({ slot }) => slot ?? []);
  return new Set(sure.filter((slot) => !isOthers(slot)));
}

const isPersonal = ({ kind }: Field) => kind === 'name' || kind === 'phone' || kind === 'email';
const isId = ({ kind }: Field) => kind === 'staffId' || kind === 'userId';

/**
 * What a report tells of a record: all of it where it is about the person, else what the person was found in. Of one that is
 * nobody's own, and in which they have only done something, it tells that they did, and when.
 */
export function shownFields({ whose, fields }: Readable, { as, found, slots }: Sight): Field[] {
  const isWhole = whose === undefined ? as.some((part) => part !== 'actor') : slots.has(whose);
  return fields.filter((field) => {
    if (found.has(codeOf(field))) return true;
    if (isId(field)) return false;
    if (field.own) return field.slot !== undefined && slots.has(field.slot);
    return isWhole || field.kind === 'time';
  });
}

/** What of it is about somebody else, as far as a machine can tell. */
export function othersIn(field: Field, { slots }: Sight, quest: Quest): string[] {
  if (field.kind === 'text') return addressesOfOthers(field.value, quest);
  return isPersonal(field) && !(field.slot !== undefined && slots.has(field.slot)) ? [field.value] : [];
}

/** Whether a person has to look at it before it is shown: it has free words, or somebody else's name or address. */
export const needsLook = (shown: readonly Field[], sight: Sight, quest: Quest): boolean =>
  shown.some((field) => field.kind === 'text' || othersIn(field, sight, quest).length > 0);

/** What is hidden where nobody says what. */
export const suggestedMasks = (shown: readonly Field[], sight: Sight, quest: Quest): Mask[] =>
  shown.flatMap((field) =>
    othersIn(field, sight, quest).map(
      (passage): Mask => (field.kind === 'text' ? { code: codeOf(field), passage } : { code: codeOf(field) }),
    ),
  );

/** What a person has looked at, as one text: whether it has changed since. Times and states may. */
export const lookedAt = (shown: readonly Field[]): string =>
  JSON.stringify(
    shown.filter((field) => field.kind === 'text' || isPersonal(field)).map((field) => [codeOf(field), field.value]),
  );
