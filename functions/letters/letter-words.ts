// What a letter says, by what it is about: a subject and a few sentences, without anything personal.
import type { LetterAbout, LetterTo } from '#letters/about.ts';

export interface LetterFacts {
  to: LetterTo;
  /** In words; absent where the letter names none. */
  day: string | undefined;
}

interface LetterText {
  subject: string;
  text: string;
}

export interface LetterWords {
  greeting(name: string | undefined): string;
  abouts: Readonly<Record<LetterAbout, (facts: LetterFacts) => LetterText>>;
  /** Before the address of the page. */
  signIn: string;
  /** Why one gets it. */
  because: Readonly<Record<LetterTo, string>>;
}
