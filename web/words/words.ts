// `t`: every word on the screen, in the language of the moment. Whoever reads it while rendering is rendered anew on a change.
import { effect, signal } from '@preact/signals';
import { keptChoice } from '#web/words/kept-choice.ts';
import { roomWords } from '#web/words/room-words.ts';
import { sv } from '#web/words/sv.ts';
import type { CommonWords, Language, WordRoom, Words } from '#web/words/words-shape.ts';

export const languages = ['sv', 'en'] as const;

const preferred = (): Language =>
  navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'sv' || tag === 'en') ?? 'sv';

/** What was chosen; `language` follows as soon as its words are here. */
export const chosenLanguage = keptChoice<Language>('ao.language', languages, preferred);

/** Those of the rooms come to them: see `openWords`. */
type Spoken = Words | CommonWords;
const words = signal<{ language: Language; words: Spoken }>({ language: 'sv', words: sv });
const opened = new Set<WordRoom>();

export const language = (): Language => words.value.language;

const common: Record<Language, () => Promise<CommonWords>> = {
  sv: async () => sv,
  en: async () => (await import('#web/words/en.ts')).en,
};

async function load(wanted: Language): Promise<Spoken> {
  const ofRooms = [...opened].map(async (room) => [room, await roomWords[room][wanted]()] as const);
  const [ofAll, rooms] = await Promise.all([common[wanted](), Promise.all(ofRooms)]);
  return { ...ofAll, ...Object.fromEntries(rooms) };
}

/** Await it before the first render: nobody sees the other language flash by. */
export async function speak(wanted: Language): Promise<void> {
  const loaded = await load(wanted);
  if (chosenLanguage.peek() !== wanted) return;
  const before = words.peek();
  // A room may have been opened meanwhile, and be here before.
  words.value = { language: wanted, words: { ...(before.language === wanted && before.words), ...loaded } };
}

/** The words of a view's rooms are there before the view is. */
export async function openWords(...rooms: readonly WordRoom[]): Promise<void> {
  if (rooms.every((room) => room in words.peek().words)) return;
  for (const room of rooms) opened.add(room);
  await speak(chosenLanguage.peek());
}

export function followLanguage(): void {
  effect(() => void speak(chosenLanguage.value));
  effect(() => {
    document.documentElement.lang = words.value.language;
  });
}

export const t: Words = new Proxy(sv as Words, {
  get: (_, section) => (words.value.words as Words)[section as keyof Words],
});
