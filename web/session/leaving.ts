// What is done when somebody leaves: nothing of theirs stays but what is to be sent, and neither token nor login outlives it.
import { letLeave, shutOutbox, unsent } from '#web/kept/outbox.ts';
import { keptItems } from '#web/kept/outbox-rows.ts';
import { forgetOwnStore, shutOwnStore } from '#web/kept/own-store.ts';
import type { Config } from '#web/session/config.ts';
import { revoke, signOutUrl } from '#web/session/oauth.ts';
import { noteLogin } from '#web/session/way-back.ts';

const ASK_AGAIN_MS = 15_000;

export function go(url: URL | string): void {
  letLeave();
  location.assign(url);
}

/** A lock keeps the drafts too. */
export async function forget(because: 'signedOut' | 'idle'): Promise<void> {
  // In the store, and not here alone: another window may have left something there.
  const stays = because === 'idle' || unsent.peek().length > 0 || (await keptItems()).length > 0;
  shutOutbox();
  if (stays) shutOwnStore();
  else await forgetOwnStore();
}

/** While the service is away it is asked until it answers. */
export async function revokeInTheEnd(config: Config, refresh: string): Promise<void> {
  while (!(await revoke(config, refresh))) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
}

/** Windows that lock in the same second end the one session once: the first goes, and the others stay as they are. */
export const endLogin = (own: Config): Promise<void> =>
  navigator.locks.request('ao-login-ends', { ifAvailable: true }, async (mine) => {
    if (!mine) return;
    noteLogin(false);
    go(signOutUrl(own, location.origin));
    // Held until the page is gone.
    await new Promise(() => undefined);
  });
