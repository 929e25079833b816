// What needs attention.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function AttentionPage() {
  return <Soon title={t.attention.title} />;
}
