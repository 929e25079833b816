// Radera nu: what goes, and then once more whether it is to go.
import { useState } from 'preact/hooks';
import type { Failure } from '#web/api/outcome.ts';
import type { Message } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function EraseDialog({ inbox, message, onClose }: { inbox: Inbox; message: Message; onClose: () => void }) {
  const words = t.inbox;
  const [isSure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  async function erase(): Promise<void> {
    setBusy(true);
    const outcome = await inbox.erase(message.id);
    setBusy(false);
    if (outcome.kind !== 'ok') return setFailure(outcome);
    toast(words.erased);
    onClose();
  }

  return (
    <Dialog open title={words.eraseTitle} onClose={onClose}>
      <div class="form">
        {failure && <Banner kind="urgent">{refusalWords(failure)}</Banner>}
        <p>{words.eraseWhat}</p>
        {isSure && (
          <p role="status">
            <strong>{words.eraseSure}</strong>
          </p>
        )}
        <p class="buttons">
          {isSure ? (
            <Button key="yes" kind="danger" busy={busy} onPress={() => void erase()}>
              {words.eraseYes}
            </Button>
          ) : (
            <Button key="next" onPress={() => setSure(true)}>
              {words.eraseNext}
            </Button>
          )}
          <Button onPress={onClose}>{t.parts.cancel}</Button>
        </p>
      </div>
    </Dialog>
  );
}
