// A choice that this browser remembers: language, theme, single keys. Nothing of what anybody wrote or saw.
import { effect, type Signal, signal } from '@preact/signals';

/** A browser that refuses storage forgets the choice at the next load, and nothing more happens. */
export function keptChoice<T extends string>(
  key: `ao.${string}`,
  allowed: readonly T[],
  otherwise: () => T,
): Signal<T> {
  const choice = signal(allowed.find((value) => value === read(key)) ?? otherwise());
  let first = true;
  effect(() => {
    const { value } = choice;
    if (!first) write(key, value);
    first = false;
  });
  // Another tab has chosen: this one follows.
  globalThis.addEventListener?.('storage', ({ key: changed, newValue }) => {
    const heard = allowed.find((value) => value === newValue);
    if (changed === key && heard) choice.value = heard;
  });
  return choice;
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows of some browsers: the choice holds for this page.
  }
}
