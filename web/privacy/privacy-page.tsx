// A client's own privacy desk: parts of it by addresses of their own, each loaded when it is first gone to.
import type { ComponentType } from 'preact';
import { lazy, useRoute } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

interface TabProps {
  clientId: string;
  /** Of what is open in it. */
  id: string | undefined;
}

const views = {
  agreement: lazy(() => import('#web/privacy/agreement-tab.tsx').then((part) => part.AgreementTab)),
  requests: lazy(() => import('#web/privacy/requests-tab.tsx').then((part) => part.RequestsTab)),
  exports: lazy(() => import('#web/privacy/exports-tab.tsx').then((part) => part.ExportsTab)),
  erasures: lazy(() => import('#web/privacy/erasures-tab.tsx').then((part) => part.ErasuresTab)),
  audit: lazy(() => import('#web/privacy/audit-tab.tsx').then((part) => part.AuditTab)),
} satisfies Record<string, ComponentType<TabProps>>;
type Tab = keyof typeof views;

/** Supervisors see to agreements; what people ask for is not for them. */
const tabsOf = ({ role }: Me): readonly Tab[] =>
  role === 'supervisor' ? ['agreement'] : (Object.keys(views) as Tab[]);

const hrefOf = (clientId: string, tab: Tab): string => `/c/${clientId}/privacy${tab === 'agreement' ? '' : `/${tab}`}`;

export function PrivacyPage() {
  const { client = '', tab = 'agreement', id } = useRoute().params;
  const { me } = session.value;
  const shown = me ? tabsOf(me) : [];
  const open = shown.find((one) => one === tab);
  const View = open && views[open];
  return (
    <Page key={`${tab} ${id}`} title={open ? t.privacy.tabs[open] : t.privacy.title}>
      <nav aria-label={t.privacy.parts} class="tabs">
        <ul>
          {shown.map((one) => (
            <li key={one}>
              <a href={hrefOf(client, one)} aria-current={one === open ? 'page' : undefined}>
                {t.privacy.tabs[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {View ? <View key={client} clientId={client} id={id} /> : <Empty title={t.frame.notFoundTitle} />}
    </Page>
  );
}
