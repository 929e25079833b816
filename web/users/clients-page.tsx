// The clients of the service.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function ClientsPage() {
  return <Soon title={t.frame.clients} />;
}
