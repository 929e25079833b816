// "Skickat 10.42 till Anna, e-post och SMS": what was sent last, as the strip and the voice say it.
import type { LastSent } from '#web/desk/desk-machine.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export function lastSentWords({ name, atMs, channels, heldUntil }: LastSent): string {
  const words = t.desk;
  const when = whenWords(atMs, Date.now(), language());
  const how = channels.map((channel) => words.channels[channel]).join(` ${words.and} `) || words.onPageOnly;
  if (heldUntil === null) return words.sentTo(when, name, how);
  return words.heldTo(when, name, how, whenWords(heldUntil, Date.now(), language()));
}
