// Whether anybody is there: warns before the screen is locked, locks, and hears of it in every tab.

export type IdleState = 'there' | 'warned' | 'idle';

/** Two minutes to press any key. */
const WARN_BEFORE_MS = 2 * 60_000;

/** Pure. */
export function idleState(lastActivityMs: number, nowMs: number, minutes: number): IdleState {
  const quietMs = nowMs - lastActivityMs;
  if (quietMs >= minutes * 60_000) return 'idle';
  return quietMs >= minutes * 60_000 - WARN_BEFORE_MS ? 'warned' : 'there';
}

interface Watch {
  readonly minutes: number;
  readonly nowMs: () => number;
  readonly changed: (state: IdleState) => void;
  /** The same for all tabs: activity in one counts for all. */
  readonly channel: BroadcastChannel;
}

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
/** Tabs tell each other at most so often. */
const TELL_EVERY_MS = 5_000;
const LOOK_EVERY_MS = 1_000;

/** @returns what ends the watch. */
export function watchIdle({ minutes, nowMs, changed, channel }: Watch): () => void {
  let lastMs = nowMs();
  let toldMs = 0;
  let state: IdleState = 'there';
  const look = () => {
    const next = idleState(lastMs, nowMs(), minutes);
    if (next === state) return;
    state = next;
    changed(next);
  };
  const active = () => {
    // A computer that slept wakes with a key: it is too late by then.
    look();
    if (state === 'idle') return;
    lastMs = nowMs();
    look();
    if (lastMs - toldMs < TELL_EVERY_MS) return;
    toldMs = lastMs;
    channel.postMessage({ kind: 'active' });
  };
  const heard = ({ data }: MessageEvent<{ kind: string }>) => {
    if (data.kind !== 'active' || state === 'idle') return;
    lastMs = nowMs();
    look();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const sign of signs) addEventListener(sign, active, { passive: true });
  document.addEventListener('visibilitychange', look);
  channel.addEventListener('message', heard);
  return () => {
    clearInterval(timer);
    for (const sign of signs) removeEventListener(sign, active);
    document.removeEventListener('visibilitychange', look);
    channel.removeEventListener('message', heard);
  };
}
