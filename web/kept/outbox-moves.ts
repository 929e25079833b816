// The outbox as a pure machine: what waits, what is sent now, when it is tried again, and what came of it.

type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused';
type OutboxRoute = 'takeMessage' | 'correctMessage' | 'countCall';

/** Body and key are fixed when send is pressed: another body under the same key would be refused. */
export interface OutboxItem {
  readonly id: string;
  /** The Idempotency-Key. */
  readonly key: string;
  readonly route: OutboxRoute;
  readonly clientId: string;
  readonly messageId?: string;
  readonly body: unknown;
  /** What the strip says of it: no words of the caller's. */
  readonly label: string;
  /** The client's name, for the list and for paper. */
  readonly client?: string;
  readonly state: OutboxState;
  /** When send was pressed, by the service's clock. */
  readonly at: number;
  /** How often it has been tried in vain. */
  readonly tries: number;
  readonly nextTryAt?: number;
  readonly reply?: unknown;
  /** The code of a problem: what is wrong does not pass by itself. */
  readonly problem?: string;
}

/** What came of one try. */
export type Tried =
  | { readonly kind: 'sent'; readonly reply: unknown }
  | { readonly kind: 'refused'; readonly problem: string }
  /** The network, the service or the session was not there. */
  | { readonly kind: 'away' };

const SECOND_MS = 1000;
const WAITS_MS = [1, 2, 5, 10, 30, 60].map((seconds) => seconds * SECOND_MS);
const HOUR_MS = 3600 * SECOND_MS;
/** What is kept is kept for so long; the API takes calls that are as old. */
export const KEPT_MS = 12 * HOUR_MS;
/** When whoever wrote it is told that it will be lost. */
export const WARN_AFTER_MS = 11 * HOUR_MS;

const waitMs = (tries: number): number => WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? SECOND_MS;

const isOpen = ({ state }: OutboxItem): boolean => state === 'waiting' || state === 'sending';

/** Two presses of one button are one item: the same key is not put in twice. */
export const added = (items: readonly OutboxItem[], item: OutboxItem): readonly OutboxItem[] =>
  items.some(({ key }) => key === item.key) ? items : [...items, item];

/** So often one is tried before it lets others by. */
const PATIENCE = 3;

/**
 * What may go now or next, in order: the first that is open, and behind one that was tried in vain again and again the next
 * ones too, but for what belongs to the same message. What was refused stands in nobody's way. One goes at a time.
 */
function inTurn(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const open = items.filter(isOpen);
  if (open.some(({ state }) => state === 'sending')) return [];
  const turn: OutboxItem[] = [];
  for (const item of open) {
    if (item.messageId !== undefined && turn.some(({ messageId }) => messageId === item.messageId)) continue;
    turn.push(item);
    if (item.tries < PATIENCE) break;
  }
  return turn;
}

export const nextToSend = (items: readonly OutboxItem[], nowMs: number): OutboxItem | undefined =>
  inTurn(items).find(({ nextTryAt = 0 }) => nextTryAt <= nowMs);

/** When to look again; undefined: nothing waits. */
export function nextLookAt(items: readonly OutboxItem[]): number | undefined {
  const times = inTurn(items).map(({ nextTryAt = 0 }) => nextTryAt);
  return times.length > 0 ? Math.min(...times) : undefined;
}

const changed = (
  items: readonly OutboxItem[],
  id: string,
  change: (item: OutboxItem) => OutboxItem,
): readonly OutboxItem[] => items.map((item) => (item.id === id ? change(item) : item));

export const sending = (items: readonly OutboxItem[], id: string): readonly OutboxItem[] =>
  changed(items, id, (item) => (item.state === 'waiting' ? { ...item, state: 'sending' } : item));

export function tried(items: readonly OutboxItem[], id: string, outcome: Tried, nowMs: number): readonly OutboxItem[] {
  return changed(items, id, ({ nextTryAt: _, ...item }) => {
    if (outcome.kind === 'sent') return { ...item, state: 'sent', reply: outcome.reply };
    if (outcome.kind === 'refused') return { ...item, state: 'refused', problem: outcome.problem };
    const tries = item.tries + 1;
    return { ...item, state: 'waiting', tries, nextTryAt: nowMs + waitMs(tries) };
  });
}

/** The network is back, the window is looked at, a call got through: what waits is due, and patience begins anew. */
export const hurried = (items: readonly OutboxItem[]): readonly OutboxItem[] =>
  items.map(({ nextTryAt, ...item }) =>
    item.state === 'waiting' && nextTryAt !== undefined
      ? { ...item, tries: 0 }
      : { ...item, ...(nextTryAt !== undefined && { nextTryAt }) },
  );

export const notOver = (items: readonly OutboxItem[], nowMs: number): readonly OutboxItem[] =>
  items.filter(({ at }) => nowMs - at < KEPT_MS);

/** As it is found after a reload: nobody knows what became of a try, and the same key makes sure that it counts once. */
export const restored = (items: readonly OutboxItem[], nowMs: number): readonly OutboxItem[] =>
  notOver(items, nowMs).map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));

/** Without what is over: its form is open again, or its end has been seen. */
export const without = (items: readonly OutboxItem[], id: string): readonly OutboxItem[] =>
  items.filter((item) => item.id !== id);

export const waitingCount = (items: readonly OutboxItem[]): number => items.filter(isOpen).length;

/** What will be lost within the hour. */
export const soonLost = (items: readonly OutboxItem[], nowMs: number): readonly OutboxItem[] =>
  items.filter((item) => item.state !== 'sent' && nowMs - item.at >= WARN_AFTER_MS);
