// The dialog that asks why, and its words: loaded when somebody is to say it.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WhyDialog } from '#web/app/why-dialog.tsx';
import { whyAsked } from '#web/session/with-reason.ts';
import { openWords } from '#web/words/words.ts';

const loaded = signal<typeof WhyDialog | undefined>(undefined);

export function WhyLater() {
  const asked = whyAsked.value;
  useEffect(() => {
    if (!asked || loaded.peek()) return;
    void Promise.all([import('#web/app/why-dialog.tsx'), openWords('privacy')]).then(
      ([room]) => {
        loaded.value = room.WhyDialog;
      },
      // Without a network nothing can be opened either.
      () => asked.answer(undefined),
    );
  }, [asked]);
  const Loaded = loaded.value;
  return asked && Loaded ? <Loaded /> : null;
}
