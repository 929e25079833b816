// A text that the person is to have: to be read, and copied into a letter.
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  /** Of the heading, in the page. */
  id: string;
  title: string;
  lang: 'sv' | 'en';
  text: string;
}

export function RequestLetter({ id, title, lang, text }: Props) {
  const words = t.privacy.requests.detail;
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => toast(words.copied),
      () => toast(words.notCopied),
    );
  return (
    <section aria-labelledby={id} class="answer">
      <h2 id={id}>{title}</h2>
      <p class="read letter" lang={lang}>
        {text}
      </p>
      <div class="actions">
        <Button onPress={copy}>{words.copy}</Button>
      </div>
    </section>
  );
}
