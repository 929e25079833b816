// The people of the service.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function OperatorsPage() {
  return <Soon title={t.frame.operators} />;
}
