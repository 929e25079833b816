// When the list was last asked for, and a way to ask now.
import type { InboxList } from '#web/inbox/inbox-list-store.ts';
import { Button } from '#web/parts/button.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

export function Updated({ list }: { list: InboxList }) {
  const readAtMs = list.readAtMs.value;
  return (
    <div class="inbox-updated no-print">
      {readAtMs !== null && (
        <p class="meta">
          {t.inbox.updated} <When at={readAtMs} style="clock" />
        </p>
      )}
      <Button kind="quiet" onPress={() => void list.refresh()}>
        {t.inbox.refresh}
      </Button>
    </div>
  );
}
