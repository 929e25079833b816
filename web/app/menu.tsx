// The menu: a rail of all places, or on a telephone a bar of four and the rest behind «Mer».
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { type PlaceName, placesOf } from '#web/app/places.ts';
import {
  CardIcon,
  CaseIcon,
  CompanyIcon,
  EyeIcon,
  HeadsetIcon,
  HouseIcon,
  LeaveIcon,
  LetterIcon,
  MoreIcon,
  PaperIcon,
  PeopleIcon,
  PersonIcon,
  RequestIcon,
  SettingsIcon,
  ShieldIcon,
  WarningIcon,
} from '#web/parts/icons.tsx';
import { navCounts } from '#web/parts/nav-counts.ts';
import { t } from '#web/words/words.ts';

const icons: Record<PlaceName | 'settings', ComponentType> = {
  messages: LetterIcon,
  myStart: HouseIcon,
  staff: PersonIcon,
  company: CompanyIcon,
  users: PeopleIcon,
  deskView: EyeIcon,
  desk: HeadsetIcon,
  attention: WarningIcon,
  clients: CaseIcon,
  operators: CardIcon,
  requests: RequestIcon,
  erasures: ShieldIcon,
  agreements: PaperIcon,
  logRequest: RequestIcon,
  privacy: ShieldIcon,
  settings: SettingsIcon,
};

const IN_THE_BAR = 4;

function Entry({ name, href }: { name: PlaceName | 'settings'; href: string }) {
  const { path } = useLocation();
  const isHere = path === href || (href !== '/desk' && path.startsWith(`${href}/`));
  const Icon = icons[name];
  const count = navCounts.value[name] ?? 0;
  return (
    <li>
      <a class="place" href={href} aria-current={isHere ? 'page' : undefined}>
        <Icon />
        <span>{t.frame[name]}</span>
        {count > 0 && <span class="count">{count}</span>}
      </a>
    </li>
  );
}

/** Shut by Esc, by going somewhere, and by a press beside it. */
function useMore() {
  const [open, setOpen] = useState(false);
  const { url } = useLocation();
  const menu = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [url]);
  useEffect(() => {
    if (!open) return;
    const shut = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : menu.current?.contains(event.target as Node))
        return;
      setOpen(false);
      if (event instanceof KeyboardEvent) button.current?.focus();
    };
    addEventListener('keydown', shut);
    addEventListener('pointerdown', shut);
    return () => {
      removeEventListener('keydown', shut);
      removeEventListener('pointerdown', shut);
    };
  }, [open]);
  return { open, toggle: () => setOpen(!open), menu, button };
}

export function Menu({ me, clientId, onSignOut }: { me: Me; clientId: string | undefined; onSignOut: () => void }) {
  const { open, toggle, menu, button } = useMore();
  const entries = [...placesOf(me, clientId), { name: 'settings' as const, href: '/settings' }];
  return (
    <nav class="menu" aria-label={t.frame.mainMenu} ref={menu}>
      <ul class="bar">
        {entries.slice(0, IN_THE_BAR).map((entry) => (
          <Entry key={entry.name} {...entry} />
        ))}
      </ul>
      <button type="button" class="place more" aria-expanded={open} ref={button} onClick={toggle}>
        <MoreIcon />
        <span>{t.frame.more}</span>
      </button>
      <div class={open ? 'rest open' : 'rest'}>
        <ul>
          {entries.slice(IN_THE_BAR).map((entry) => (
            <Entry key={entry.name} {...entry} />
          ))}
        </ul>
        <div class="rail-foot">
          <p class="meta">{me.name ?? me.email}</p>
          <button type="button" class="place" onClick={onSignOut}>
            <LeaveIcon />
            <span>{t.frame.signOut}</span>
          </button>
        </div>
      </div>
    </nav>
  );
}
