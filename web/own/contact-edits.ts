// Contact ways as they are being changed: what is sent of them, and whether somebody else has changed the same.
import type { Body, StaffMember } from '#web/api/types.ts';
import { phoneWords } from '#web/words/phones.ts';

export interface Contacts {
  readonly phones: StaffMember['phones'];
  readonly emails: StaffMember['emails'];
  readonly language: StaffMember['language'];
}

/** What is being changed, and what it was when that began. */
export interface ContactEdit {
  readonly etag: string;
  readonly base: Contacts;
  readonly mine: Contacts;
}

/** Numbers as people write them: the API takes them so. */
export const contactsOf = ({ phones, emails, language }: StaffMember): Contacts => ({
  phones: phones.map((phone) => ({ ...phone, number: phoneWords(phone.number) })),
  emails,
  language,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export const sameContacts = (one: Contacts, other: Contacts): boolean => same(one, other);

const line = (text: string | null): string | null => text?.trim() || null;

/** Only what differs from where it began: what others change meanwhile in the rest stays theirs. */
export function patchOf({ base, mine }: ContactEdit): Body<'changeStaffMember'> {
  const phones = mine.phones.map((phone) => ({ ...phone, number: phone.number.trim(), label: line(phone.label) }));
  const emails = mine.emails.map((email) => ({ ...email, address: email.address.trim(), label: line(email.label) }));
  return {
    ...(!same(mine.phones, base.phones) && { phones }),
    ...(!same(mine.emails, base.emails) && { emails }),
    ...(mine.language !== base.language && { language: mine.language }),
  };
}

/** Somebody else's change meets this one where both are of the same list. */
export const collides = ({ base, mine }: ContactEdit, theirs: Contacts): boolean =>
  (['phones', 'emails', 'language'] as const).some(
    (part) => !same(mine[part], base[part]) && !same(theirs[part], base[part]) && !same(mine[part], theirs[part]),
  );

/** Goes on from what they left: theirs where only they have changed something. */
export function rebased({ base, mine }: ContactEdit, theirs: Contacts, etag: string): ContactEdit {
  const pick = <Part extends keyof Contacts>(part: Part): Contacts[Part] =>
    same(mine[part], base[part]) ? theirs[part] : mine[part];
  return { etag, base: theirs, mine: { phones: pick('phones'), emails: pick('emails'), language: pick('language') } };
}
