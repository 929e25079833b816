// Finding in what is read, as one types: every word must begin a word of the person's, å and o are alike, digits are numbers.
import type { StaffMember } from '#web/staff/staff-value.ts';
import { bareNumber } from '#web/words/phones.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

type Searched = Pick<StaffMember, 'name' | 'alsoKnownAs' | 'title' | 'department' | 'keywords' | 'phones'>;

/** 0 where it does not fit; by name before by anything else. */
function rank(member: Searched, asked: readonly string[], digits: string): number {
  if (digits.length >= 3) return member.phones.some(({ number }) => bareNumber(number).includes(digits)) ? 1 : 0;
  const names = wordsOf([member.name, ...member.alsoKnownAs].join(' '));
  const others = wordsOf([member.title, member.department, ...member.keywords].filter(Boolean).join(' '));
  const begins = (list: readonly string[], word: string) => list.some((one) => one.startsWith(word));
  if (asked.every((word) => begins(names, word))) return 2;
  return asked.every((word) => begins(names, word) || begins(others, word)) ? 1 : 0;
}

/** In the order they came in, those whose name fits first. */
export function found<T extends Searched>(members: readonly T[], text: string): T[] {
  const asked = wordsOf(text);
  if (asked.length === 0) return [...members];
  const digits = /^[\d\s()+-]+$/.test(text) ? bareNumber(text) : '';
  const ranked = members.map((member) => ({ member, rank: rank(member, asked, digits) })).filter((one) => one.rank > 0);
  return ranked.sort((a, b) => b.rank - a.rank).map(({ member }) => member);
}
