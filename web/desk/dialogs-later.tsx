// The desk's dialogs and their words, loaded as soon as the desk stands there: the first view does without, and so does the network later on.
import { signal } from '@preact/signals';
import type { ComponentProps } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DeskDialogs } from '#web/desk/desk-dialogs.tsx';
import { openWords } from '#web/words/words.ts';

const loaded = signal<typeof DeskDialogs | undefined>(undefined);

/** What was asked for before they are here opens when they are. */
export function DialogsLater(props: ComponentProps<typeof DeskDialogs>) {
  useEffect(() => {
    void Promise.all([import('#web/desk/desk-dialogs.tsx'), openWords('callAfter')]).then(([room]) => {
      loaded.value = room.DeskDialogs;
    });
  }, []);
  const Dialogs = loaded.value;
  return Dialogs ? <Dialogs {...props} /> : null;
}
