// A request under change: as its form shows it, and what of it goes to the API. Pure.
import { type Asking, askingBody } from '#web/privacy/request-asking.ts';
import type { RequestChange, SubjectRequest } from '#web/privacy/requests.ts';
import { phoneWords } from '#web/words/phones.ts';

/** A type, not an interface: it is a record of texts. */
type Filled = Asking & { readonly notes: string; readonly keepDays: string };

/** The document of the API says nothing of their shape. */
export const phonesOf = ({ phones }: SubjectRequest['who']): string[] =>
  phones.map((phone) => phoneWords(String(phone)));

export function readOf(request: SubjectRequest): { value: Filled; etag: string } {
  const { who, text, contact, notes, keepDays, version } = request;
  const value = {
    names: who.names.join('\n'),
    phones: phonesOf(who).join('\n'),
    emails: who.emails.join('\n'),
    text: text ?? '',
    contact: contact ?? '',
    notes: notes ?? '',
    keepDays: String(keepDays),
  };
  return { value, etag: `"${version}"` };
}

const ofWho = ['names', 'phones', 'emails'] as const;
const isOfWho = (field: string): boolean => (ofWho as readonly string[]).includes(field);

/** Where each field lies in the body. */
export const pointerOf = (field: string): string => (isOfWho(field) ? `/who/${field}` : `/${field}`);

/**
 * What differs alone; who it is is one field of the API, and goes whole.
 * @param staffId stays as it is: it is set where the person is chosen in the register.
 */
export function changeBody(changes: Partial<Filled>, mine: Filled, staffId: string | null): RequestChange {
  const { who, text, contact } = askingBody(mine, staffId);
  return {
    ...(Object.keys(changes).some(isOfWho) && { who }),
    ...(changes.text !== undefined && { text }),
    ...(changes.contact !== undefined && { contact }),
    ...(changes.notes !== undefined && { notes: mine.notes.trim() || null }),
    ...(changes.keepDays !== undefined && { keepDays: Number(mine.keepDays) }),
  };
}
