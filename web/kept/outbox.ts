// The outbox: what was sent stands here, sealed, until the service has it, whatever becomes of the network or the page.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { newKey } from '#web/api/client.ts';
import { onReached } from '#web/api/online.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import {
  added,
  hurried,
  nextLookAt,
  nextToSend,
  notOver,
  type OutboxItem,
  restored,
  sending,
  tried,
  waitingCount,
  without,
} from '#web/kept/outbox-moves.ts';
import { keepAgain, keepNew, keptItems, takeRow } from '#web/kept/outbox-rows.ts';
import { sendItem } from '#web/kept/send-item.ts';

export type { OutboxItem } from '#web/kept/outbox-moves.ts';

type NewItem = Pick<OutboxItem, 'route' | 'clientId' | 'body' | 'label' | 'client' | 'messageId'>;

const current = signal<readonly OutboxItem[]>([]);
/** What the service does not have: it waits, is on its way, or was refused. */
export const unsent: ReadonlySignal<readonly OutboxItem[]> = computed(() =>
  current.value.filter(({ state }) => state !== 'sent'),
);

/** That the person wants back in its form, from wherever they saw it: the desk takes it. */
export const toReopen = signal<string | undefined>(undefined);

let timer: ReturnType<typeof setTimeout> | undefined;
const EACH_MINUTE_MS = 60_000;
const settling = new Map<string, ((item: OutboxItem) => void)[]>();

/** Whatever has stood here once: what is gone since does not come back out of an older look at the store. */
const seen = new Set<string>();
/** This tab sends: no other one does. */
let isSending = false;

/**
 * Each change is in the store before it is acted upon; what was sent is of no use there any more.
 * @returns false where another tab has sent it, or has it open in its form: it is let go here.
 */
async function move(next: readonly OutboxItem[], id: string): Promise<boolean> {
  current.value = next;
  const item = next.find((one) => one.id === id);
  const isOver = !item || item.state === 'sent';
  const isOurs = isOver ? await takeRow(id) : await keepAgain(item);
  if (!isOver && !isOurs) {
    current.value = without(current.peek(), id);
    return false;
  }
  if (item && (item.state === 'sent' || item.state === 'refused')) {
    for (const settled of settling.get(id) ?? []) settled(item);
    settling.delete(id);
  }
  return isOurs;
}

/** After twelve hours it is gone from here as from the store, sent or not. */
function letGo(): void {
  const left = notOver(current.peek(), serverNowMs());
  if (left.length < current.peek().length) current.value = left;
}

async function sendDue(): Promise<void> {
  for (;;) {
    letGo();
    const item = nextToSend(current.value, serverNowMs());
    if (!item) return;
    if (!(await move(sending(current.value, item.id), item.id))) continue;
    const outcome = await sendItem(item).catch(() => ({ kind: 'away' }) as const);
    // What the session of somebody else has brought here meanwhile is left alone.
    if (!current.value.some(({ id }) => id === item.id)) return;
    await move(tried(current.value, item.id, outcome, serverNowMs()), item.id);
  }
}

const LOCK = 'ao-outbox';

/** One tab sends; the others wait for it, and then find what is left. */
function run(): void {
  clearTimeout(timer);
  const alone = async () => {
    isSending = true;
    await sendDue().finally(() => {
      isSending = false;
    });
  };
  void navigator.locks.request(LOCK, alone).finally(() => {
    const at = nextLookAt(current.value);
    if (at !== undefined) timer = setTimeout(run, Math.max(at - serverNowMs(), 250));
  });
}

export function hurry(): void {
  current.value = hurried(current.value);
  run();
}

/** What other tabs of this person have put in the store since this one looked. */
export async function lookAgain(): Promise<void> {
  const news = (await keptItems()).filter(({ id }) => !seen.has(id));
  for (const { id } of news) seen.add(id);
  const all = [...current.peek(), ...restored(news, serverNowMs())];
  if (news.length > 0) current.value = all.sort((one, other) => one.at - other.at);
}

/** After signing in: what this person left waiting goes on, in this tab. */
export async function openOutbox(): Promise<void> {
  await lookAgain();
  run();
}

export function shutOutbox(): void {
  clearTimeout(timer);
  current.value = [];
  seen.clear();
}

let asksBeforeLeaving = true;

/** The page is left on purpose: what waits lies in the store, and goes on after the next sign-in. */
export function letLeave(): void {
  asksBeforeLeaving = false;
}

/** Once, at start. */
export function watchOutbox(): void {
  addEventListener('focus', () => void lookAgain().then(hurry));
  onReached(hurry);
  setInterval(letGo, EACH_MINUTE_MS);
  addEventListener('beforeunload', (event) => {
    if (asksBeforeLeaving && waitingCount(current.value) > 0) event.preventDefault();
  });
}

/** When nothing waits any more, or so much time has passed. */
export function outboxEmpty(withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, withinMs);
    const stop = effect(() => {
      if (waitingCount(current.value) === 0) queueMicrotask(done);
    });
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
  });
}

export const outbox = {
  items: current as ReadonlySignal<readonly OutboxItem[]>,

  /** Resolves when it lies in the store: the form may be cleared then. */
  async add(one: NewItem): Promise<OutboxItem> {
    const item: OutboxItem = { ...one, id: newKey(), key: newKey(), state: 'waiting', at: serverNowMs(), tries: 0 };
    seen.add(item.id);
    await keepNew(item);
    current.value = added(current.value, item);
    run();
    return item;
  },

  /** The body, to be written on in its form; it is sent under a new key. Not while it is being sent. */
  async reopen(id: string): Promise<unknown> {
    const item = current.value.find((one) => one.id === id);
    if (!item || item.state === 'sending' || item.state === 'sent') return undefined;
    const take = () => move(without(current.value, id), id);
    // Another tab may be sending it in this moment: whoever is first has it.
    const isOurs = isSending ? await take() : await navigator.locks.request(LOCK, take);
    return isOurs ? item.body : undefined;
  },

  /** When the service has taken or refused it; as long as it waits, this waits. */
  settled(id: string): Promise<OutboxItem> {
    const item = current.value.find((one) => one.id === id);
    if (item && (item.state === 'sent' || item.state === 'refused')) return Promise.resolve(item);
    return new Promise((resolve) => settling.set(id, [...(settling.get(id) ?? []), resolve]));
  },

  /** The strip has been read. */
  async forget(id: string): Promise<void> {
    await move(without(current.value, id), id);
  },
};
