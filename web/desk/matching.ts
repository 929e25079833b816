// Whether a name may be what is being typed: the browser's own, rougher look while the service is asked, or away. Pure.
import type { PersonHit } from '#web/desk/desk-types.ts';

const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('sv').replaceAll('ø', 'o').replaceAll('æ', 'a');

const wordsOf = (text: string): string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Every word that was typed begins a word that is there. */
export function beginsWords(there: string, typed: string): boolean {
  const words = wordsOf(there);
  return wordsOf(typed).every((begun) => words.some((word) => word.startsWith(begun)));
}

/** Three digits or more, and nothing but what numbers are written with. */
export const isNumber = (typed: string): boolean =>
  /^[\d\s()+/-]+$/.test(typed) && typed.replace(/\D/g, '').length >= 3;

/** What is found by something that does not stand in the hit stays until the answer is here. */
export function personMatches(person: PersonHit, typed: string): boolean {
  if (person.matched.some((field) => field !== 'name' && field !== 'title' && field !== 'department')) return true;
  const there = [person.name, ...person.alsoKnownAs, person.title, person.department].filter(Boolean).join(' ');
  return beginsWords(there, typed);
}
