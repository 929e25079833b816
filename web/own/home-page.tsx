// A staff member’s start: absence, and the newest messages.
import { Soon } from '#web/parts/soon.tsx';
import { t } from '#web/words/words.ts';

export function HomePage() {
  return <Soon title={t.own.title} />;
}
