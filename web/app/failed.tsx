// A view that broke: it says so, and the drafts are where they were.
import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '#web/parts/button.tsx';
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

export function Failed({ children }: { children: ComponentChildren }) {
  const [error] = useErrorBoundary();
  if (!error) return <>{children}</>;
  return (
    <Page title={t.frame.failedTitle}>
      <p>{t.frame.failed}</p>
      <Button kind="primary" onPress={() => location.reload()}>
        {t.frame.reload}
      </Button>
    </Page>
  );
}
