// Contact with the service: said when it is lost and when it is back, and asked for while it is away.
import { useEffect, useRef } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { online } from '#web/api/online.ts';
import { ask } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import { t } from '#web/words/words.ts';

const ASK_EVERY_MS = 10_000;

/** A page that asks nothing by itself would never hear that the service is back. */
const probe = (): void => void ask(api.GET('/v1/me'));

export function useContact(): boolean {
  const isOnline = online.value;
  const before = useRef(isOnline);
  useEffect(() => {
    if (before.current !== isOnline) announce(isOnline ? t.frame.online : t.frame.offline);
    before.current = isOnline;
    if (isOnline) return;
    const timer = setInterval(probe, ASK_EVERY_MS);
    addEventListener('online', probe);
    return () => {
      clearInterval(timer);
      removeEventListener('online', probe);
    };
  }, [isOnline]);
  return isOnline;
}
