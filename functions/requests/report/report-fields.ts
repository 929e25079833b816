// Fields of a record as a report tells them: named in its language, as a value for machines and in words for people. Pure.
import { fieldWords, listWords } from '#requests/report/field-words.ts';
import type { Hidden } from '#requests/report/hide.ts';
import { cutOut } from '#requests/report/places-in.ts';
import { codeWords } from '#requests/report/value-words.ts';
import type { ReportWords } from '#requests/report/words.ts';
import { HIDDEN, type ReportEntry, type ReportField } from '#requests/report-schema.ts';
import { codeOf, type Field } from '#requests/search/field.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Language } from '#shared/fields.ts';
import { formatPhone } from '#shared/phone.ts';
import { TIME_ZONE } from '#shared/retention.ts';

const times: Partial<Record<Language, Intl.DateTimeFormat>> = {};

/** 23 november 2026 kl. 10:12, as the clock in Stockholm shows. */
function timeInWords(ms: number, language: Language): string {
  times[language] ??= new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: TIME_ZONE,
  });
  return times[language].format(ms);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Ids that are told as such; any other says that it is the person. */
const isOwnId = ({ name }: Field) => name === 'staffId' || name === 'userId' || name === 'who.staffId';

function wordsOf(field: Field, language: Language, words: ReportWords): string {
  const { kind, value } = field;
  switch (kind) {
    case 'time':
      return timeInWords(Number(value), language);
    case 'phone':
      return formatPhone(value);
    case 'staffId':
    case 'userId':
      return isOwnId(field) ? value : words.you;
    case 'name':
    case 'email':
    case 'text':
      return value;
    default:
      return INSTANT.test(value)
        ? timeInWords(Date.parse(value), language)
        : (codeWords(field.name, value)?.[language] ?? value);
  }
}

const machineValue = ({ kind, value }: Field) => (kind === 'time' ? rfc3339(Number(value)) : value);

export interface Telling {
  language: Language;
  words: ReportWords;
  hidden(field: Field): Hidden;
}

function reportField(field: Field, { language, words, hidden }: Telling): ReportField {
  const places = hidden(field);
  const told = (text: string) => (places === 'whole' ? HIDDEN : cutOut(text, places, HIDDEN));
  return {
    code: codeOf(field),
    name: fieldWords[field.name][language],
    value: told(machineValue(field)),
    words: told(wordsOf(field, language, words)),
  };
}

/** `deliveries.*.channel` is one of several fields of a delivery; `keywords.*` is a field by itself. */
const listOf = ({ name, n }: Field): string | undefined => {
  const [list = '', , rest] = name.split('.');
  return n !== undefined && rest !== undefined && listWords[list] ? list : undefined;
};

/** Fields that stand alone, and those of lists, each entry by itself. */
export function reportFields(fields: readonly Field[], telling: Telling): Pick<ReportEntry, 'fields' | 'parts'> {
  const alone: ReportField[] = [];
  const lists = new Map<string, { name: string; fields: ReportField[] }>();
  for (const field of fields) {
    const told = reportField(field, telling);
    const list = listOf(field);
    if (list === undefined) {
      alone.push(told);
      continue;
    }
    const key = `${list}.${field.n}`;
    const name = telling.words.part(listWords[list]?.[telling.language] ?? list, (field.n ?? 0) + 1);
    const part = lists.get(key) ?? { name, fields: [] };
    part.fields.push(told);
    lists.set(key, part);
  }
  return { fields: alone, parts: [...lists.values()] };
}
