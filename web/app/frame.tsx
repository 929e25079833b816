// The frame around every page: skip link, menu, client switch; above the content what cannot be reached and what waits.
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { online } from '#web/api/online.ts';
import type { Me } from '#web/api/types.ts';
import { ClientSwitch } from '#web/app/client-switch.tsx';
import { Menu } from '#web/app/menu.tsx';
import { type OutboxItem, toReopen } from '#web/kept/outbox.ts';
import { Printed } from '#web/kept/printed.tsx';
import { SoonLost } from '#web/kept/soon-lost.tsx';
import { Waiting } from '#web/kept/waiting.tsx';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { place } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

const clientIn = (path: string): string | undefined => /^\/c\/([^/]+)/.exec(path)?.[1];

/** Says it when the service is lost, and when it is back; not at the start. */
function useSaidContact(isOnline: boolean): void {
  const before = useRef(isOnline);
  useEffect(() => {
    if (before.current !== isOnline) announce(isOnline ? t.frame.online : t.frame.offline);
    before.current = isOnline;
  }, [isOnline]);
}

export function Frame({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ComponentChildren }) {
  const { path, route } = useLocation();
  const clientId = clientIn(path) ?? me.memberships[0]?.clientId;
  const clientName = me.memberships.find((membership) => membership.clientId === clientId)?.clientName;
  const isOnline = online.value;
  useSaidContact(isOnline);
  useEffect(() => {
    const { service } = place.peek();
    place.value = clientName === undefined ? { service } : { service, client: clientName };
  }, [clientName]);
  const open = ({ id }: OutboxItem) => {
    toReopen.value = id;
    route('/desk');
  };
  return (
    <>
      <div class="frame">
        <a class="skip" href="#content">
          {t.frame.toContent}
        </a>
        <header class="rail">
          <ClientSwitch me={me} clientId={clientId} />
          <Menu me={me} clientId={clientId} onSignOut={onSignOut} />
        </header>
        <main id="content" tabIndex={-1}>
          {!isOnline && <Banner kind="warn">{t.frame.offline}</Banner>}
          {
            // The desk has its own place for it, and its form.
            path !== '/desk' && <Waiting onOpen={open} />
          }
          {children}
        </main>
      </div>
      <SoonLost />
      <Printed />
    </>
  );
}
