// A new request of whichever client, or of ourselves.
import { Page } from '#web/parts/page.tsx';
import { RequestForm } from '#web/privacy/request-form.tsx';
import { t } from '#web/words/words.ts';

export function NewRequestPage() {
  const words = t.privacy.requests;
  return (
    <Page title={words.add} actions={<a href="/requests">{words.toList}</a>}>
      <RequestForm home={null} hrefOf={(clientId, id) => `/requests/${clientId}/${id}`} />
    </Page>
  );
}
