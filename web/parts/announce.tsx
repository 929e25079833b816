// The two live regions of the page: there from the first render, and only they announce.
import { signal } from '@preact/signals';

const polite = signal('');
const assertive = signal('');

/** Said by a screen reader: at the next pause, or at once where `urgent`. The same words twice are said twice. */
export function announce(text: string, urgent?: 'urgent'): void {
  const region = urgent ? assertive : polite;
  region.value = region.peek() === text ? `${text}\u00a0` : text;
}

/** Nothing that was said stays on a page that is locked. */
export function hush(): void {
  polite.value = '';
  assertive.value = '';
}

export function LiveRegions() {
  return (
    <>
      <div class="unseen" role="status" aria-live="polite">
        {polite.value}
      </div>
      <div class="unseen" role="alert" aria-live="assertive">
        {assertive.value}
      </div>
    </>
  );
}
