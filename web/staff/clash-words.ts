// What stands on each side of a clash, in words.
import { absenceTitle } from '#web/staff/absence-words.ts';
import { type Colleague, nameIn } from '#web/staff/colleagues.tsx';
import type { Clash } from '#web/staff/merge-edits.ts';
import type { Absence, AnswerNote, Delivery, Email, Phone, StaffValue, Step } from '#web/staff/staff-value.ts';
import { timeWords, whenRuleWords } from '#web/staff/when-words.ts';
import { t } from '#web/words/words.ts';

export function fieldTitle(field: keyof StaffValue, part: Clash['part'] = null): string {
  const words = t.staff;
  if (part) return words[part];
  const titles: Record<keyof StaffValue, string> = {
    kind: words.kind,
    name: words.name,
    alsoKnownAs: words.alsoKnownAs,
    pronunciation: words.pronunciation,
    language: words.language,
    title: words.jobTitle,
    department: words.department,
    phones: words.phones,
    emails: words.emails,
    connect: words.connect,
    keywords: words.keywords,
    answerNote: words.answerNote,
    answerNotes: words.answerNotes,
    absences: words.sections.absences,
    delivery: words.sections.delivery,
    contentMode: words.content,
    protected: words.protected,
    active: words.active,
  };
  return titles[field];
}

function stepWords({ channels, to = 'self' }: Step, colleagues: readonly Colleague[]): string {
  const how = channels.map((channel) => (channel === 'email' ? t.staff.channelEmail : t.staff.channelSms)).join(' + ');
  if (to === 'self') return how;
  return `${how} ${t.staff.toWhom(to === 'generalInbox' ? t.staff.generalInbox : nameIn(colleagues, to.staffId))}`;
}

const labelled = (what: string, label: string | null, ...rights: (string | false)[]): string =>
  [label ? `${what} (${label})` : what, ...rights.filter(Boolean)].join(', ');

const choices = () =>
  ({
    person: t.staff.person,
    function: t.staff.function,
    sv: t.staff.sv,
    en: t.staff.en,
    yes: t.staff.connectYes,
    ask: t.staff.connectAskLong,
    no: t.staff.connectNoLong,
    full: t.staff.contentFull,
    notice: t.staff.contentNotice,
  }) as Readonly<Record<string, string>>;

export function sideWords({ field, part }: Clash, side: unknown, colleagues: readonly Colleague[]): string {
  const words = t.staff;
  if (side === undefined) return words.nothing;
  if (side === null) return field === 'contentMode' ? words.contentClient : words.nothing;
  if (typeof side === 'boolean') return side ? words.yes : words.no;
  if (field === 'phones') {
    const phone = side as Phone;
    return labelled(phone.number, phone.label, phone.mayConnect && words.mayConnect, phone.mayTell && words.mayTell);
  }
  if (field === 'emails') {
    const email = side as Email;
    return labelled(email.address, email.label, email.mayTell && words.mayTell);
  }
  if (field === 'absences') return absenceTitle(side as Absence);
  if (field === 'answerNotes') return `${whenRuleWords((side as AnswerNote).when)}: ${(side as AnswerNote).text}`;
  if (part === 'quietHours') {
    const { from, until } = side as NonNullable<Delivery['quietHours']>;
    return words.quietWords(timeWords(from), timeWords(until));
  }
  if (part)
    return (side as Step[]).map((step, at) => `${at + 1}. ${stepWords(step, colleagues)}`).join(', ') || words.nothing;
  const isChoice = ['kind', 'language', 'connect', 'contentMode'].includes(field);
  return isChoice ? (choices()[String(side)] ?? '') : String(side);
}
