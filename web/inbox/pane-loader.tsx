// The code of the open message: fetched once the list stands there, so that the list need not wait for it.
import { signal } from '@preact/signals';
import type { MessagePane } from '#web/inbox/message-pane.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { t } from '#web/words/words.ts';

export const loadedPane = signal<typeof MessagePane | undefined>(undefined);
const failed = signal(false);

/** Again after a failure; what was fetched once stays. */
export async function loadPane(): Promise<void> {
  if (loadedPane.peek()) return;
  failed.value = false;
  try {
    loadedPane.value = (await import('#web/inbox/message-pane.tsx')).MessagePane;
  } catch {
    failed.value = true;
  }
}

export function PaneOnItsWay() {
  if (!failed.value) return <Skeleton lines={5} />;
  return (
    <Banner kind="warn">
      <p>{t.problems.away.offline}</p>
      <Button onPress={() => void loadPane()}>{t.parts.tryAgain}</Button>
    </Banner>
  );
}
