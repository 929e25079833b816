// Signing out waits for what is not sent: wait, print it, or leave it here.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { hurry, lookAgain, unsent } from '#web/kept/outbox.ts';
import { KEPT_MS } from '#web/kept/outbox-moves.ts';
import { printUnsent } from '#web/kept/paper.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { signOut } from '#web/session/session.ts';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const asked = signal(false);

export async function askToSignOut(): Promise<void> {
  // What another window has written goes with this sign-out too.
  await lookAgain();
  if (unsent.peek().length === 0) void signOut();
  else asked.value = true;
}

export function SignOutDialog() {
  const [waits, setWaits] = useState(false);
  const items = unsent.value;
  const open = asked.value;
  const words = t.kept;
  const close = () => {
    setWaits(false);
    asked.value = false;
  };
  useEffect(() => {
    if (!open || items.length > 0) return;
    close();
    if (waits) void signOut();
  }, [open, waits, items.length]);
  const wait = () => {
    setWaits(true);
    announce(words.waitingNow);
    hurry();
  };
  const [first] = items;
  return (
    <Dialog open={open && first !== undefined} title={words.signOutTitle} onClose={close}>
      <p class="read">{waits ? words.waitingNow : words.signOutWaits(items.length)}</p>
      {first && <p class="meta">{words.leaveHint(clockWords(first.at + KEPT_MS, language()))}</p>}
      <div class="buttons">
        <Button kind="primary" busy={waits} onPress={wait}>
          {words.wait}
        </Button>
        <Button onPress={printUnsent}>{words.print}</Button>
        <Button kind="danger" onPress={() => void signOut()}>
          {words.leaveAnyway}
        </Button>
      </div>
    </Dialog>
  );
}
