// The findings of one view, as they are gone through: read on until there is something to see, and changed where somebody decides.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Outcome } from '#web/api/outcome.ts';
import type { Finding, FindingPage, View } from '#web/privacy/findings.ts';

export interface FindingList {
  readonly items: ReadonlySignal<readonly Finding[]>;
  readonly reading: ReadonlySignal<boolean>;
  readonly hasMore: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | undefined>;
  /** Begins with another view: what is still on its way for the last one is dropped. */
  open(view: View): Promise<void>;
  /** Goes on from where it came to, after a failure too. */
  more(): Promise<void>;
  /** Where they stand in the list. */
  put(changed: readonly Finding[]): void;
}

/** The service picks out of a page after it was read: a page may be empty, and not the last one. */
const ENOUGH = 25;

export function findingList(
  read: (view: View, cursor: string | undefined) => Promise<Outcome<FindingPage>>,
): FindingList {
  const items = signal<readonly Finding[]>([]);
  const reading = signal(false);
  const hasMore = signal(true);
  const failure = signal<Failure | undefined>(undefined);
  let view: View = 'undecided';
  let cursor: string | undefined;
  /** Counts what was opened. */
  let turn = 0;

  async function fill(): Promise<void> {
    const mine = turn;
    reading.value = true;
    failure.value = undefined;
    for (let seen = 0; hasMore.value && seen < ENOUGH; ) {
      const outcome = await read(view, cursor);
      if (mine !== turn) return;
      if (outcome.kind !== 'ok') {
        failure.value = outcome;
        break;
      }
      seen += outcome.value.items.length;
      items.value = [...items.value, ...outcome.value.items];
      cursor = outcome.value.nextCursor ?? undefined;
      hasMore.value = cursor !== undefined;
    }
    reading.value = false;
  }

  return {
    items,
    reading,
    hasMore,
    failure,
    open(wanted) {
      turn += 1;
      view = wanted;
      cursor = undefined;
      items.value = [];
      hasMore.value = true;
      return fill();
    },
    more: async () => {
      if (!reading.value) await fill();
    },
    put(changed) {
      const byId = new Map(changed.map((one) => [one.id, one]));
      items.value = items.value.map((one) => byId.get(one.id) ?? one);
    },
  };
}
