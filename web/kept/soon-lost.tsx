// What has waited for eleven hours is said while there is an hour left, once for each.
import { useEffect, useState } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import { unsent } from '#web/kept/outbox.ts';
import { KEPT_MS, type OutboxItem, soonLost } from '#web/kept/outbox-moves.ts';
import { printUnsent } from '#web/kept/paper.ts';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const EACH_MINUTE_MS = 60_000;

/** Oldest first, without what has been seen. */
function useSoonLost(seen: ReadonlySet<string>): readonly OutboxItem[] {
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(serverNowMs()), EACH_MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return soonLost(unsent.value, nowMs).filter(({ id }) => !seen.has(id));
}

export function SoonLost() {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const items = useSoonLost(seen);
  const [first] = items;
  const done = () => setSeen(new Set([...seen, ...items.map(({ id }) => id)]));
  const words = t.kept;
  return (
    <Dialog open={first !== undefined} title={words.soonLostTitle} onClose={done}>
      {first && <p>{words.soonLost(clockWords(first.at + KEPT_MS, language()))}</p>}
      <ul>
        {items.map(({ id, label }) => (
          <li key={id}>{label}</li>
        ))}
      </ul>
      <div class="buttons">
        <Button kind="primary" onPress={printUnsent}>
          {words.print}
        </Button>
        <Button onPress={done}>{words.seen}</Button>
      </div>
    </Dialog>
  );
}
