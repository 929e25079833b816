// The staff register of a client.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function StaffPage() {
  return <Soon title={t.staff.title} />;
}
