// The client’s own page: numbers, hours, rules, notices, calls.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function ClientPage() {
  return <Soon title={t.client.title} />;
}
