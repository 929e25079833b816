// The service's side of agreements: how each client stands, who works for the service, and who it is.
import type { ComponentType } from 'preact';
import { lazy, useRoute } from 'preact-iso';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

const views = {
  clients: lazy(() => import('#web/privacy/standings.tsx').then((part) => part.Standings)),
  subProcessors: lazy(() => import('#web/privacy/sub-processors.tsx').then((part) => part.SubProcessors)),
  service: lazy(() => import('#web/privacy/service-form.tsx').then((part) => part.ServicePart)),
} satisfies Record<string, ComponentType>;
type Tab = keyof typeof views;
const addresses: Record<Tab, string> = { clients: '', subProcessors: 'sub-processors', service: 'service' };
const tabs = Object.keys(views) as Tab[];

export function AgreementsPage() {
  const { tab = '' } = useRoute().params;
  const words = t.privacy.agreement;
  const open = tabs.find((one) => addresses[one] === tab);
  const titles = {
    clients: words.standing.title,
    subProcessors: words.subProcessors.title,
    service: words.service.title,
  };
  const View = open && views[open];
  return (
    <Page key={tab} title={open ? titles[open] : words.ofClients}>
      <nav aria-label={words.ofClients} class="tabs">
        <ul>
          {tabs.map((one) => (
            <li key={one}>
              <a
                href={addresses[one] === '' ? '/agreements' : `/agreements/${addresses[one]}`}
                aria-current={one === open ? 'page' : undefined}
              >
                {words.tabs[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {View ? <View /> : <Empty title={t.frame.notFoundTitle} />}
    </Page>
  );
}
