// A button that fetches a paper of the service, and saves it.
import { useState } from 'preact/hooks';
import type { Outcome } from '#web/api/outcome.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { saveAs } from '#web/privacy/save-as.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  label: string;
  /** Without anything personal. */
  name: string;
  read: () => Promise<Outcome<Blob>>;
}

export function PaperButton({ label, name, read }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  async function fetchPaper(): Promise<void> {
    setBusy(true);
    const outcome = await read();
    setBusy(false);
    const words = outcome.kind === 'ok' ? undefined : refusalWords(outcome);
    setRefused(words);
    if (outcome.kind === 'ok') saveAs(outcome.value, name);
    announce(words ?? t.privacy.downloaded(name), words === undefined ? undefined : 'urgent');
  }
  return (
    <div class="paper">
      <Button busy={busy} onPress={() => void fetchPaper()}>
        {label}
      </Button>
      {refused !== undefined && <Banner kind="warn">{refused}</Banner>}
    </div>
  );
}
