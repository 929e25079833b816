// The store of the person who is signed in: opened once they are, shut when they leave.
import { signal } from '@preact/signals';
import { isTimeKnown, serverNowMs } from '#web/api/server-clock.ts';
import { recall } from '#web/kept/last-words.ts';
import { countRows, KeptStore, purge } from '#web/kept/store.ts';
import { nameTab } from '#web/kept/tabs.ts';

const EACH_MINUTE_MS = 60_000;

/** undefined: nobody is in, or this browser keeps nothing (a private window): then all is in memory alone. */
export const ownStore = signal<KeptStore | undefined>(undefined);

export async function openOwnStore(subject: string): Promise<void> {
  try {
    await nameTab();
    const store = await KeptStore.openFor(subject, serverNowMs);
    await recall(store);
    ownStore.value = store;
  } catch {
    ownStore.value = undefined;
  }
}

export function shutOwnStore(): void {
  ownStore.value = undefined;
}

/** Signing out with nothing that waits: the key goes first. */
export async function forgetOwnStore(): Promise<void> {
  const store = ownStore.value;
  ownStore.value = undefined;
  await store?.forget();
}

/**
 * Each minute, and as soon as the service's time is known: what is twelve hours old is gone, whosever it was. By a clock
 * of this computer that is a day ahead all would be.
 */
export function purgeInTime(): void {
  const run = () => {
    if (isTimeKnown()) void purge(serverNowMs()).catch(() => undefined);
  };
  run();
  setInterval(run, EACH_MINUTE_MS);
}

/** How many messages lie here unsent, whoever wrote them: a locked screen can count them, and not read them. */
export const waitingHere = (): Promise<number> => countRows('outbox', serverNowMs()).catch(() => 0);
