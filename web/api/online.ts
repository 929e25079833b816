// Whether the service can be reached: what the last calls said, with the browser's own word for a lost network.
import { type ReadonlySignal, signal } from '@preact/signals';

const reached = signal(true);
const heard = new Set<() => void>();

export const online: ReadonlySignal<boolean> = reached;

/** Told by every call; a success after silence wakes those who wait to send. */
export function noteReached(now: boolean): void {
  const before = reached.peek();
  reached.value = now;
  if (now && !before) for (const wake of heard) wake();
}

/** @returns how to stop. */
export function onReached(wake: () => void): () => void {
  heard.add(wake);
  return () => heard.delete(wake);
}

export function watchNetwork(): void {
  addEventListener('offline', () => noteReached(false));
  // `online` only says that there is some network: whether the service answers, the next call tells.
  addEventListener('online', () => {
    for (const wake of heard) wake();
  });
}
