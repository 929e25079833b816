// The last line of a message on paper: paper is not erased by itself, so it says when it is to be.
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

/** "Raderas 28 maj 2027", on paper alone. */
export function PrintFoot({ expiresAt }: { expiresAt: string }) {
  return <p class="print-foot">{t.parts.erasedOn(dayWords(expiresAt, language()))}</p>;
}
