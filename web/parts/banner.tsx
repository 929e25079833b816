// A line above the content that stays as long as what it says is so.
import type { ComponentChildren } from 'preact';

export function Banner({ kind, children }: { kind: 'info' | 'warn' | 'urgent'; children: ComponentChildren }) {
  return <div class={`banner ${kind}`}>{children}</div>;
}
