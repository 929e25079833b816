// The frame around every page: skip link, menu, client switch; above the content what cannot be reached and what waits.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { useClientName } from '#web/app/client-name.ts';
import { ClientSwitch } from '#web/app/client-switch.tsx';
import { useContact } from '#web/app/contact.ts';
import { Menu } from '#web/app/menu.tsx';
import type { LastWaysOut } from '#web/kept/last-ways-out.tsx';
import { type OutboxItem, toReopen } from '#web/kept/outbox.ts';
import { Waiting } from '#web/kept/waiting.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { place } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

/** Loaded after the first view, while there is a network: they are for when there is none. */
const lastWaysOut = signal<typeof LastWaysOut | undefined>(undefined);

function Later() {
  useEffect(() => {
    void import('#web/kept/last-ways-out.tsx').then(
      (room) => {
        lastWaysOut.value = room.LastWaysOut;
      },
      () => undefined,
    );
  }, []);
  const Loaded = lastWaysOut.value;
  return Loaded ? <Loaded /> : null;
}

const clientIn = (path: string): string | undefined => /^\/c\/([^/]+)/.exec(path)?.[1];

export function Frame({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ComponentChildren }) {
  const { path, route } = useLocation();
  const clientId = clientIn(path) ?? me.memberships[0]?.clientId;
  const clientName = useClientName(me, clientId);
  const isOnline = useContact();
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
          <ClientSwitch me={me} clientId={clientId} name={clientName} />
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
      <Later />
    </>
  );
}
