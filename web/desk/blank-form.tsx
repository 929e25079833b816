// An empty form to print.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function BlankForm() {
  return <Soon title={t.desk.title} />;
}
