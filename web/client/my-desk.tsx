// What operators see of this client.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function MyDesk() {
  return <Soon title={t.frame.deskView} />;
}
