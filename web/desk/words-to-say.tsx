// The words to say, as large as they are important, in the language that the caller was greeted in; and why just these.
import type { Answer } from '#web/desk/desk-types.ts';
import { isOver, momentWords, whyWords } from '#web/desk/desk-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  answer: Answer;
  /** Of the line that was called. */
  lang: 'sv' | 'en';
  nowMs: number;
}

export function WordsToSay({ answer, lang, nowMs }: Props) {
  return (
    <figure class="say">
      <blockquote lang={lang}>{answer.words}</blockquote>
      <figcaption class="meta">{whyWords(answer.why, answer.until, nowMs)}</figcaption>
      {answer.until && isOver(answer.until, nowMs) && (
        <p class="desk-warn">{t.desk.mayHaveChanged(momentWords(answer.until, nowMs))}</p>
      )}
    </figure>
  );
}
