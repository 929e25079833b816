// One request, as the privacy officer has it before them.
import { useRoute } from 'preact-iso';
import { Page } from '#web/parts/page.tsx';
import { RequestDetail } from '#web/privacy/request-detail.tsx';
import { t } from '#web/words/words.ts';

export function RequestPage() {
  const { home = '', id = '' } = useRoute().params;
  const words = t.privacy.requests;
  return (
    <Page key={id} title={words.title} actions={<a href="/requests">{words.toList}</a>}>
      <RequestDetail homeId={home} requestId={id} />
    </Page>
  );
}
