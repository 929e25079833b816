// The numbers beside the menu's entries: views set theirs, the frame shows them.
import { signal } from '@preact/signals';

export const navCounts = signal<Readonly<Record<string, number>>>({});

export function setNavCount(name: string, count: number): void {
  if (navCounts.peek()[name] !== count) navCounts.value = { ...navCounts.peek(), [name]: count };
}
