// "ringde 38 s sedan": how long the call has gone on, for whoever wants to be quick.
import { useEffect, useState } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import { t } from '#web/words/words.ts';

export function CalledAgo({ beganAtMs }: { beganAtMs: number }) {
  const [nowMs, setNowMs] = useState(serverNowMs);
  useEffect(() => {
    const tick = setInterval(() => setNowMs(serverNowMs()), 1_000);
    return () => clearInterval(tick);
  }, []);
  const seconds = Math.max(0, Math.round((nowMs - beganAtMs) / 1_000));
  return (
    <p class="meta called-ago">
      {seconds < 100 ? t.desk.calledAgo(seconds) : t.desk.calledAgoMin(Math.floor(seconds / 60))}
    </p>
  );
}
