// The bar at the foot of the form: it saves, and says how things stand.
import { Button } from '#web/parts/button.tsx';
import { clockWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  busy: boolean;
  dirty: boolean;
  savedAtMs: number | undefined;
  onDiscard: () => void;
}

export function SaveBar({ busy, dirty, savedAtMs, onDiscard }: Props) {
  const words = t.staff;
  return (
    <div class="save-bar">
      <Button kind="primary" type="submit" busy={busy}>
        {t.parts.save}
      </Button>
      {dirty && (
        <Button kind="quiet" onPress={onDiscard}>
          {words.discard}
        </Button>
      )}
      <span class="meta">
        {dirty ? words.saveState : savedAtMs !== undefined && words.saved(clockWords(savedAtMs, language()))}
      </span>
    </div>
  );
}
