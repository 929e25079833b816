// An address that is sent nothing more: since when, why, and the way to try again.
import { useState } from 'preact/hooks';
import { lift, type Stopped } from '#web/own/suppressions.ts';
import { Badge } from '#web/parts/badge.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { dayWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  stopped: Stopped;
  onLifted: () => void;
}

export function StoppedAddress({ clientId, stopped: { id, reason, since }, onLifted }: Props) {
  const words = t.own.contacts;
  const [busy, setBusy] = useState(false);

  async function again(): Promise<void> {
    setBusy(true);
    const outcome = await lift(clientId, id);
    setBusy(false);
    toast(outcome.kind === 'ok' ? words.lifted : refusalWords(outcome));
    if (outcome.kind === 'ok') onLifted();
  }

  return (
    <div class="own-stopped">
      <p>
        <Badge kind="urgent">{words.suppressed}</Badge>{' '}
        {words.suppressedSince(words.because[reason], dayWords(since, language()))}
      </p>
      <Button busy={busy} onPress={() => void again()}>
        {words.lift}
      </Button>
    </div>
  );
}
