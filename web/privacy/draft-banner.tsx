// Says that a form holds what was written before, since when, and lets it be thrown away.
import type { Draft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

export function DraftBanner({ of }: { of: Pick<Draft<unknown>, 'restored' | 'clear'> }) {
  const writtenAtMs = of.restored.value;
  return writtenAtMs === null ? null : (
    <Banner kind="info">
      <p>
        <When at={writtenAtMs} />: {t.privacy.draftKept}
      </p>
      <Button kind="quiet" onPress={() => of.clear()}>
        {t.privacy.discard}
      </Button>
    </Banner>
  );
}
