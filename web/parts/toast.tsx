// What was just done, with a way back for ten seconds; said aloud too, and never the only place where it stands.
import { signal } from '@preact/signals';
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

export function Toasts() {
  const current = shown.value;
  if (!current) return null;
  return (
    <aside class="toast">
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
