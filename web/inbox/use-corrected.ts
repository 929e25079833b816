// A correction that comes while somebody reads: it is said, and what was read is read anew.
import { useEffect, useRef } from 'preact/hooks';
import type { Message } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { announce } from '#web/parts/announce.tsx';
import { t } from '#web/words/words.ts';

/** @returns whether the text is another than the one that was opened. */
export function useCorrected(inbox: Inbox, { id, corrections }: Message): boolean {
  const opened = useRef(corrections.length);
  const isOther = corrections.length > opened.current;
  useEffect(() => {
    if (!isOther) return;
    announce(t.inbox.justCorrected);
    void inbox.open(id);
  }, [inbox, id, corrections.length]);
  return isOther;
}
