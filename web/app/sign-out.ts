// The wish to sign out: at once, or asked about where something is not sent.
import { signal } from '@preact/signals';
import { lookAgain, unsent } from '#web/kept/outbox.ts';
import { signOut } from '#web/session/session.ts';

export const asked = signal(false);

export async function askToSignOut(): Promise<void> {
  // What another window has written goes with this sign-out too.
  await lookAgain();
  if (unsent.peek().length === 0) void signOut();
  else asked.value = true;
}
