// What was done to a message and did not work: it is back as it was, and this says so until it is tried again.
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function Trouble({ inbox }: { inbox: Inbox }) {
  const trouble = inbox.trouble.value;
  if (!trouble) return null;
  return (
    <Banner kind="urgent">
      <p>{refusalWords(trouble.failure)}</p>
      <Button onPress={trouble.again}>{t.parts.tryAgain}</Button>
      <Button kind="quiet" onPress={() => inbox.calm()}>
        {t.parts.close}
      </Button>
    </Banner>
  );
}
