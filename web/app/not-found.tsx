// An address that leads nowhere, or to what is not this person's to see: both look alike.
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

export function NotFound() {
  return (
    <Page title={t.frame.notFoundTitle}>
      <p>{t.frame.notFound}</p>
      <p>
        <a href="/">{t.frame.toStart}</a>
      </p>
    </Page>
  );
}
