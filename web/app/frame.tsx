// The frame around every page: skip link, menu, client switch; above the content what cannot be reached and what waits.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { useClientName } from '#web/app/client-name.ts';
import { ClientSwitch } from '#web/app/client-switch.tsx';
import { useContact } from '#web/app/contact.ts';
import type { LastWaysOut } from '#web/app/last-ways-out.tsx';
import { Menu } from '#web/app/menu.tsx';
import { asked } from '#web/app/sign-out.ts';
import { WhyLater } from '#web/app/why-later.tsx';
import { type OutboxItem, toReopen } from '#web/kept/outbox.ts';
import { Waiting } from '#web/kept/waiting.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { place } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

/** Loaded after the first view, while there is a network: they are for when there is none. */
const lastWaysOut = signal<typeof LastWaysOut | undefined>(undefined);

function Later() {
  // Once more where it is wanted, should the network have been away.
  useEffect(() => {
    void import('#web/app/last-ways-out.tsx').then(
      (room) => {
        lastWaysOut.value = room.LastWaysOut;
      },
      () => undefined,
    );
  }, [asked.value]);
  const Loaded = lastWaysOut.value;
  return Loaded ? <Loaded /> : null;
}

/** Whose client it is: whoever has memberships keeps the menu of one also where a page is not theirs any more. */
function clientIn(path: string, { role, memberships }: Me): string | undefined {
  const asked = /^\/c\/([^/]+)/.exec(path)?.[1];
  const isTheirs = role !== null || memberships.some(({ clientId }) => clientId === asked);
  return isTheirs ? asked : memberships[0]?.clientId;
}

export function Frame({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ComponentChildren }) {
  const { path, route } = useLocation();
  const clientId = clientIn(path, me) ?? me.memberships[0]?.clientId;
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
      <WhyLater />
    </>
  );
}
