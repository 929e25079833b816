// Follows the deliveries of the open message: each two seconds until they have come to their end, for a minute at most.
import { useEffect } from 'preact/hooks';
import type { Message } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { isFinal } from '#web/inbox/way.ts';

const EACH_MS = 2_000;
const LOOKS = 30;

export function useFollow(inbox: Inbox, { id, deliveries }: Message): void {
  const done = isFinal(deliveries);
  const count = deliveries.length;
  useEffect(() => {
    if (done) return;
    let left = LOOKS;
    const timer = setInterval(() => {
      if (document.hidden || left === 0) return;
      left -= 1;
      void inbox.read(id);
    }, EACH_MS);
    return () => clearInterval(timer);
    // What is sent once more is followed for another minute.
  }, [inbox, id, done, count]);
}
