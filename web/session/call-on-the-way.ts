// A call that a switchboard opened the desk with while nobody was in: sealed for this window, until somebody is, for ten minutes.
import { serverNowMs } from '#web/api/server-clock.ts';
import { KEPT_MS, KeptStore } from '#web/kept/store.ts';
import { nameTab, tabName } from '#web/kept/tabs.ts';
import type { CallLink } from '#web/session/call-link.ts';

const LIFE_MS = 10 * 60_000;
/** Nobody's: who will sign in is not known yet. */
const OWNER = 'call on the way';

async function ownRow(): Promise<{ store: KeptStore; id: string }> {
  await nameTab();
  return { store: await KeptStore.openFor(OWNER, serverNowMs), id: `call:${tabName()}` };
}

/** A browser that keeps nothing loses it: the number can be typed. */
export async function keepCall(call: CallLink): Promise<void> {
  try {
    const { store, id } = await ownRow();
    await store.put('call', id, call, serverNowMs() - KEPT_MS + LIFE_MS);
  } catch {
    // A private window.
  }
}

/** Once. */
export async function takeCall(): Promise<CallLink | undefined> {
  try {
    const { store, id } = await ownRow();
    const found = await store.get<CallLink>(id);
    await store.delete(id);
    return found?.value;
  } catch {
    return undefined;
  }
}
