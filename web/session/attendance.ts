// Whether somebody sits at the screen, for the dialog that asks; and the watch that locks it.
import { type ReadonlySignal, signal } from '@preact/signals';
import { type IdleState, watchIdle } from '#web/session/idle.ts';

const current = signal<IdleState>('there');
export const attendance: ReadonlySignal<IdleState> = current;

let stop: (() => void) | undefined;

export function watchAttendance(minutes: number, channel: BroadcastChannel, left: () => void): void {
  stop?.();
  current.value = 'there';
  const changed = (state: IdleState) => {
    current.value = state;
    if (state === 'idle') left();
  };
  stop = watchIdle({ minutes, channel, changed, nowMs: () => Date.now() });
}

export function endAttendance(): void {
  stop?.();
  stop = undefined;
  current.value = 'there';
}
