// The bar at the foot of the form: it saves, and says how things stand.
import { Button } from '#web/parts/button.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  busy: boolean;
  dirty: boolean;
  /** What came of the last saving. */
  said: string;
  onDiscard: () => void;
}

export function SaveBar({ busy, dirty, said, onDiscard }: Props) {
  const words = t.staff;
  return (
    <div class="staff-bar">
      <Button kind="primary" type="submit" busy={busy}>
        {t.parts.save}
      </Button>
      {dirty && (
        <Button kind="quiet" onPress={onDiscard}>
          {words.discard}
        </Button>
      )}
      <span class="meta">{dirty ? words.saveState : said}</span>
    </div>
  );
}
