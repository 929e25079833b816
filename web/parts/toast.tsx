// What was just done, with a way back for ten seconds; said aloud too, and never the only place where it stands.
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { t } from '#web/words/words.ts';

const SHOWN_MS = 10_000;
const shown = signal<{ text: string; undo: (() => void) | undefined } | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

export function toast(text: string, undo?: () => void): void {
  clearTimeout(timer);
  shown.value = { text, undo };
  announce(text);
  timer = setTimeout(hideToast, SHOWN_MS);
}

export function hideToast(): void {
  shown.value = undefined;
}

/** The page gives way by its height, also where it was scrolled to its end: nothing to press lies under it. */
function giveWay(toast: HTMLElement | null): void {
  const root = document.documentElement;
  const before = Number.parseFloat(root.style.getPropertyValue('--toast')) || 0;
  const height = toast?.offsetHeight ?? 0;
  if (height === before) return;
  const leftBelow = root.scrollHeight - root.clientHeight - root.scrollTop;
  if (height === 0) root.style.removeProperty('--toast');
  else root.style.setProperty('--toast', `${height}px`);
  if (height > before && leftBelow < height) scrollBy({ top: height - before, behavior: 'instant' });
}

export function Toasts() {
  const current = shown.value;
  const toast = useRef<HTMLElement>(null);
  useLayoutEffect(() => giveWay(toast.current), [current]);
  if (!current) return null;
  return (
    <aside class="toast" ref={toast}>
      <p>{current.text}</p>
      {current.undo && (
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            hideToast();
            current.undo?.();
          }}
        >
          {t.parts.undo}
        </button>
      )}
    </aside>
  );
}
