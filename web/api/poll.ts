// Asking again while somebody looks: often while they work, seldom while they rest, never while the tab is hidden.
import { useEffect } from 'preact/hooks';

export interface Pace {
  readonly activeMs: number;
  readonly idleMs: number;
}

const RESTS_AFTER_MS = 5 * 60_000;

/** With ±10 % so that a whole office does not ask in the same instant. `chance` is from 0 to 1. */
export function pollDelayMs(pace: Pace, untouchedMs: number, chance: number): number {
  const delayMs = untouchedMs < RESTS_AFTER_MS ? pace.activeMs : pace.idleMs;
  return Math.round(delayMs * (0.9 + 0.2 * chance));
}

let touchedAtMs = Date.now();
const noteTouch = (): void => {
  touchedAtMs = Date.now();
};
for (const event of ['keydown', 'pointerdown', 'scroll'])
  globalThis.addEventListener?.(event, noteTouch, { passive: true, capture: true });

/** The next question waits for the last answer; coming back to the tab asks at once. */
export function usePoll(run: () => Promise<unknown>, pace: Pace): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    let asking = false;
    const later = () => {
      clearTimeout(timer);
      if (!stopped && !document.hidden)
        timer = setTimeout(ask, pollDelayMs(pace, Date.now() - touchedAtMs, Math.random()));
    };
    const ask = async () => {
      if (asking) return;
      asking = true;
      // Also after a failure of our own: a list that stands still looks like one without news.
      await run().finally(() => {
        asking = false;
        later();
      });
    };
    const seen = () => (document.hidden ? clearTimeout(timer) : void ask());
    document.addEventListener('visibilitychange', seen);
    later();
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [run, pace.activeMs, pace.idleMs]);
}
