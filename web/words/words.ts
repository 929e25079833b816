// `t`: every word on the screen, in the language of the moment. Whoever reads it while rendering is rendered anew on a change.
import { effect, signal } from '@preact/signals';
import { keptChoice } from '#web/words/kept-choice.ts';
import { sv } from '#web/words/sv.ts';
import type { Language, Words } from '#web/words/words-shape.ts';

export const languages = ['sv', 'en'] as const;

const preferred = (): Language =>
  navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'sv' || tag === 'en') ?? 'sv';

/** What was chosen; `language` follows as soon as its words are here. */
export const chosenLanguage = keptChoice<Language>('ao.language', languages, preferred);

const words = signal<{ language: Language; words: Words }>({ language: 'sv', words: sv });

export const language = (): Language => words.value.language;

const load: Record<Language, () => Promise<Words>> = {
  sv: async () => sv,
  en: async () => (await import('#web/words/en.ts')).en,
};

/** Await it before the first render: nobody sees the other language flash by. */
export async function speak(wanted: Language): Promise<void> {
  const loaded = await load[wanted]();
  if (chosenLanguage.peek() !== wanted) return;
  words.value = { language: wanted, words: loaded };
}

export function followLanguage(): void {
  effect(() => void speak(chosenLanguage.value));
  effect(() => {
    document.documentElement.lang = words.value.language;
  });
}

export const t: Words = new Proxy(sv, {
  get: (_, section) => words.value.words[section as keyof Words],
});
