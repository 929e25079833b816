// The page of somebody who is not signed in.
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

export function SignedOut() {
  return (
    <main class="alone">
      <Page title={t.session.title}>
        <p>{t.session.signedOut}</p>
      </Page>
    </main>
  );
}
