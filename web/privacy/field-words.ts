// What to do about a field that the service has refused, in the language of the screen: its own detail is English, for developers. Pure.
import { t } from '#web/words/words.ts';

/** `/who/phones/1` → "Nr 2: Skriv ett helt nummer …": by the last step that is a name. */
export function fieldWords(pointer: string): string {
  const known: Readonly<Record<string, string>> = t.privacy.wrong;
  const steps = pointer.split('/').slice(1);
  const name = steps.filter((step) => !/^\d+$/.test(step)).at(-1) ?? '';
  const words = (Object.hasOwn(known, name) && known[name]) || t.privacy.wrong.other;
  const place = Number(steps.at(-1));
  return Number.isInteger(place) ? t.privacy.wrongAt(place + 1, words) : words;
}
