// The frame around every page: skip link, menu, client switch, banner while the service cannot be reached.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { online } from '#web/api/online.ts';
import type { Me } from '#web/api/types.ts';
import { placesOf } from '#web/app/places.ts';
import { Banner } from '#web/parts/banner.tsx';
import { navCounts } from '#web/parts/nav-counts.ts';
import { place } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

const clientIn = (path: string): string | undefined => /^\/c\/([^/]+)/.exec(path)?.[1];

function ClientSwitch({ me, clientId }: { me: Me; clientId: string | undefined }) {
  const open = me.memberships.find((membership) => membership.clientId === clientId);
  if (!open) return null;
  if (me.memberships.length < 2) return <p class="client-name">{open.clientName}</p>;
  return (
    <details class="client-switch">
      <summary>
        {open.clientName} <span class="unseen">{t.frame.chooseClient}</span>
      </summary>
      <ul>
        {me.memberships.map((membership) => (
          <li key={membership.clientId}>
            <a href={`/c/${membership.clientId}/messages`}>{membership.clientName}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Frame({ me, onSignOut, children }: { me: Me; onSignOut: () => void; children: ComponentChildren }) {
  const { path } = useLocation();
  const clientId = clientIn(path) ?? me.memberships[0]?.clientId;
  const clientName = me.memberships.find((membership) => membership.clientId === clientId)?.clientName;
  useEffect(() => {
    const { service } = place.peek();
    place.value = clientName === undefined ? { service } : { service, client: clientName };
  }, [clientName]);
  const here = (href: string) =>
    path === href || (href !== '/desk' && path.startsWith(`${href}/`)) ? 'page' : undefined;
  return (
    <div class="frame">
      <a class="skip" href="#content">
        {t.frame.toContent}
      </a>
      <header class="rail">
        <ClientSwitch me={me} clientId={clientId} />
        <nav aria-label={t.frame.mainMenu}>
          <ul>
            {placesOf(me, clientId).map(({ name, href }) => (
              <li key={name}>
                <a href={href} aria-current={here(href)}>
                  {t.frame[name]}
                  {(navCounts.value[name] ?? 0) > 0 && <span class="count">{navCounts.value[name]}</span>}
                </a>
              </li>
            ))}
            <li>
              <a href="/settings" aria-current={here('/settings')}>
                {t.frame.settings}
              </a>
            </li>
          </ul>
        </nav>
        <div class="rail-foot">
          <p class="meta">{me.name ?? me.email}</p>
          <button type="button" class="button quiet" onClick={onSignOut}>
            {t.frame.signOut}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {!online.value && <Banner kind="warn">{t.frame.offline}</Banner>}
        {children}
      </main>
    </div>
  );
}
