// The client's own page: parts of it by addresses of their own, each loaded when it is first gone to.
import type { ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { lazy, useRoute } from 'preact-iso';
import { Loaded } from '#web/api/loaded.tsx';
import { answeringOf, clientOf } from '#web/client/record-source.ts';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

const ClientForm = lazy(() => import('#web/client/client-form.tsx').then((part) => part.ClientForm));
const Numbers = lazy(() => import('#web/client/numbers.tsx').then((part) => part.Numbers));
const OpeningHours = lazy(() => import('#web/client/opening-hours.tsx').then((part) => part.OpeningHours));
const Rules = lazy(() => import('#web/client/rules.tsx').then((part) => part.Rules));
const Notices = lazy(() => import('#web/client/notices.tsx').then((part) => part.Notices));
const Alternatives = lazy(() => import('#web/client/alternatives.tsx').then((part) => part.Alternatives));
const CallerNotice = lazy(() => import('#web/client/caller-notice.tsx').then((part) => part.CallerNotice));
const Calls = lazy(() => import('#web/client/calls-page.tsx').then((part) => part.Calls));

const tabs = ['', 'numbers', 'hours', 'rules', 'notices', 'alternatives', 'callers', 'calls'] as const;
type Tab = (typeof tabs)[number];

/** The privacy officer reads; the counts of calls are not for that role. */
const shownTabs = (isReader: boolean): readonly Tab[] => (isReader ? tabs.filter((tab) => tab !== 'calls') : tabs);

export function ClientPage() {
  const { client = '', tab = '' } = useRoute().params;
  const { me } = session.value;
  const readOnly = me?.role === 'privacyOfficer';
  const shown = shownTabs(readOnly);
  const open = shown.find((one) => one === tab);
  return (
    <Page key={tab} title={open === undefined ? t.client.title : t.client.tabs[open === '' ? 'about' : open]}>
      <nav aria-label={t.client.parts} class="tabs">
        <ul>
          {shown.map((one) => (
            <li key={one}>
              <a href={`/c/${client}/company${one && `/${one}`}`} aria-current={one === open ? 'page' : undefined}>
                {t.client.tabs[one === '' ? 'about' : one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {open === undefined ? (
        <Empty title={t.frame.notFoundTitle} />
      ) : (
        <OpenTab
          key={`${client} ${open}`}
          clientId={client}
          tab={open}
          readOnly={readOnly}
          isSupervisor={me?.role === 'supervisor'}
        />
      )}
    </Page>
  );
}

interface OpenProps {
  clientId: string;
  tab: Tab;
  readOnly: boolean;
  isSupervisor: boolean;
}

const ofAnswering: Partial<Record<Tab, ComponentType<Parameters<typeof OpeningHours>[0]>>> = {
  hours: OpeningHours,
  notices: Notices,
  alternatives: Alternatives,
  callers: CallerNotice,
};

function OpenTab({ clientId, tab, readOnly, isSupervisor }: OpenProps) {
  const clientSource = useMemo(() => clientOf(clientId), [clientId]);
  const source = useMemo(() => answeringOf(clientId), [clientId]);
  const OfAnswering = ofAnswering[tab];
  if (OfAnswering)
    return (
      <Loaded of={source.read}>
        {(answering) => <OfAnswering clientId={clientId} source={source} answering={answering} readOnly={readOnly} />}
      </Loaded>
    );
  return (
    <Loaded of={clientSource.read}>
      {(client) => {
        const { numbers } = client.record;
        if (tab === 'calls') return <Calls clientId={clientId} numbers={numbers} />;
        if (tab === 'rules')
          return (
            <Loaded of={source.read}>
              {(answering) => (
                <Rules
                  clientId={clientId}
                  source={source}
                  answering={answering}
                  readOnly={readOnly}
                  numbers={numbers}
                />
              )}
            </Loaded>
          );
        const OfClient = tab === 'numbers' ? Numbers : ClientForm;
        return (
          <OfClient
            clientId={clientId}
            source={clientSource}
            client={client}
            readOnly={readOnly}
            isSupervisor={isSupervisor}
          />
        );
      }}
    </Loaded>
  );
}
