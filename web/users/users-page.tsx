// The users of a client.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function UsersPage() {
  return <Soon title={t.users.title} />;
}
