// A view that is being built says so.
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

export function Soon({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Empty title={t.frame.soonTitle}>
        <p>{t.frame.soon}</p>
      </Empty>
    </Page>
  );
}
