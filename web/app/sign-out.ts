// The wish to sign out: at once, or asked about where something was begun, or is not sent.
import { signal } from '@preact/signals';
import { countBegunCalls } from '#web/desk/begun-calls.ts';
import { lookAgain, unsent } from '#web/kept/outbox.ts';
import { signOut } from '#web/session/session.ts';

export const asked = signal(false);
/** So many messages were begun and would be gone. */
export const begun = signal(0);

export function unlessWaiting(): void {
  if (unsent.peek().length === 0) void signOut();
  else asked.value = true;
}

export async function askToSignOut(): Promise<void> {
  // What another window has written goes with this sign-out too.
  await lookAgain();
  begun.value = await countBegunCalls().catch(() => 0);
  if (begun.peek() === 0) unlessWaiting();
}
