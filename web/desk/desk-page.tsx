// The operator’s desk.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function DeskPage() {
  return <Soon title={t.desk.title} />;
}
