// Which company the page is of; whoever belongs to several goes to the same room of another.
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { placesOf } from '#web/app/places.ts';
import { place } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

/** The same room if there is one for this person there, else the first. What is open in a room stays behind. */
function roomIn(me: Me, clientId: string, path: string): string {
  const [, room] = /^\/c\/[^/]+\/([^/]+)/.exec(path) ?? [];
  const there = placesOf(me, clientId);
  return (there.find(({ href }) => href === `/c/${clientId}/${room}`) ?? there[0])?.href ?? '/';
}

interface Props {
  me: Me;
  clientId: string | undefined;
  /** Of the client; undefined until it is known, and where there is none. */
  name: string | undefined;
}

export function ClientSwitch({ me, clientId, name }: Props) {
  const { path } = useLocation();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (details.current) details.current.open = false;
  }, [path]);
  const open = me.memberships.find((membership) => membership.clientId === clientId);
  if (!open)
    return (
      <>
        <p class="client-name service">{place.value.service}</p>
        {name !== undefined && <p class="client-name">{name}</p>}
      </>
    );
  if (me.memberships.length < 2) return <p class="client-name">{open.clientName}</p>;
  return (
    <details
      class="client-switch"
      ref={details}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== 'Escape') return;
        currentTarget.open = false;
        currentTarget.querySelector('summary')?.focus();
      }}
    >
      <summary>
        {open.clientName} <span class="unseen">{t.frame.chooseClient}</span>
      </summary>
      <ul>
        {me.memberships.map((membership) => (
          <li key={membership.clientId}>
            <a
              href={roomIn(me, membership.clientId, path)}
              aria-current={membership.clientId === clientId ? 'true' : undefined}
            >
              {membership.clientName}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
