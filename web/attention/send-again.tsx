// «Skicka igen»: to the same person as they wish, or to the general inbox of the client.
import { useMemo, useState } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import type { MessageTask } from '#web/api/types.ts';
import { recipientName } from '#web/attention/recipient.ts';
import { refreshBoth } from '#web/attention/task-actions.ts';
import { sendAgain } from '#web/attention/tasks.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function SendAgain({ task, onSent }: { task: MessageTask; onSent: () => void }) {
  const words = t.attention;
  const [busy, setBusy] = useState<'person' | 'inbox'>();
  const [said, setSaid] = useState<{ kind: 'info' | 'urgent'; text: string }>();
  const [sent, setSent] = useState(0);
  /** Pressed again after a failure it is the same request; after it went out, another. */
  const keys = useMemo(() => ({ person: newKey(), inbox: newKey() }), [sent]);
  const name = recipientName(task);

  async function send(to: 'person' | 'inbox'): Promise<void> {
    setBusy(to);
    const outcome = await sendAgain(task, to === 'inbox' ? null : task.staffId, keys[to]);
    setBusy(undefined);
    if (outcome.kind !== 'ok') {
      setSaid({ kind: 'urgent', text: refusalWords(outcome) });
      announce(refusalWords(outcome), 'urgent');
      return;
    }
    const text = words.sentAgain(to === 'inbox' ? words.generalInbox : name);
    setSent(sent + 1);
    setSaid({ kind: 'info', text });
    announce(text);
    refreshBoth();
    onSent();
  }

  return (
    <>
      {said && <Banner kind={said.kind}>{said.text}</Banner>}
      <div class="actions">
        {task.staffId !== null && (
          <Button busy={busy === 'person'} onPress={() => void send('person')}>
            {words.sendAgainTo(name)}
          </Button>
        )}
        <Button busy={busy === 'inbox'} onPress={() => void send('inbox')}>
          {task.staffId === null ? words.sendAgain : words.sendToInbox}
        </Button>
      </div>
    </>
  );
}
