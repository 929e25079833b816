// The inbox of a client, and the message that is open.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function InboxPage() {
  return <Soon title={t.inbox.title} />;
}
