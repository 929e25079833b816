// What was read, kept in memory by key with its age: shown at once, refreshed behind, changed before the answer and rolled back.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Outcome } from '#web/api/outcome.ts';

export interface Cached<T> {
  readonly value: ReadonlySignal<T | undefined>;
  /** Since it was read; null before. Told anew every 15 s. */
  readonly ageMs: ReadonlySignal<number | null>;
  readonly state: ReadonlySignal<'empty' | 'loading' | 'ready' | 'failed'>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Whoever asks while it is being read gets the same answer. */
  refresh(): Promise<Outcome<T>>;
  /** Shows `next` at once; what `commit` answers takes its place, or the old value comes back. */
  change(next: T, commit: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
}

const nowMs = signal(Date.now());
setInterval(() => {
  nowMs.value = Date.now();
}, 15_000);

const kept = new Map<string, Cached<unknown>>();

/** Signed out, or another person: nothing of the last one stays. */
export const forgetCached = (): void => kept.clear();

export function cached<T>(key: string, load: () => Promise<Outcome<T>>): Cached<T> {
  const known = kept.get(key) as Cached<T> | undefined;
  if (known) return known;
  const made = makeCached(load);
  kept.set(key, made as Cached<unknown>);
  return made;
}

function makeCached<T>(load: () => Promise<Outcome<T>>): Cached<T> {
  const value = signal<T | undefined>(undefined);
  const readAtMs = signal<number | null>(null);
  const loading = signal(false);
  const failure = signal<Failure | undefined>(undefined);
  /** Counts changes: an answer that was asked for before one is older than what is shown. */
  let changes = 0;
  let underWay: Promise<Outcome<T>> | undefined;

  function take(outcome: Outcome<T>): void {
    failure.value = outcome.kind === 'ok' ? undefined : outcome;
    if (outcome.kind !== 'ok') return;
    value.value = outcome.value;
    readAtMs.value = Date.now();
    nowMs.value = Date.now();
  }

  async function read(): Promise<Outcome<T>> {
    const before = changes;
    loading.value = true;
    try {
      const outcome = await load();
      if (before === changes) take(outcome);
      return outcome;
    } finally {
      loading.value = false;
      underWay = undefined;
    }
  }

  return {
    value,
    failure,
    ageMs: computed(() => (readAtMs.value === null ? null : Math.max(0, nowMs.value - readAtMs.value))),
    state: computed(() => {
      if (loading.value) return 'loading';
      if (failure.value) return 'failed';
      return value.value === undefined ? 'empty' : 'ready';
    }),
    refresh() {
      underWay ??= read();
      return underWay;
    },
    async change(next, commit) {
      const before = value.peek();
      changes += 1;
      const mine = changes;
      value.value = next;
      const outcome = await commit();
      if (mine !== changes) return outcome;
      changes += 1;
      if (outcome.kind === 'ok') take(outcome);
      else value.value = before;
      return outcome;
    },
  };
}
