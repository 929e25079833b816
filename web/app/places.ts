// Who may go where: the one table that the menu and the routes are made from.
import type { Me, Membership } from '#web/api/types.ts';

type ServiceRole = NonNullable<Me['role']>;

export type PlaceName =
  | 'messages'
  | 'myStart'
  | 'staff'
  | 'company'
  | 'users'
  | 'deskView'
  | 'desk'
  | 'attention'
  | 'clients'
  | 'operators'
  | 'requests'
  | 'erasures'
  | 'agreements'
  | 'logRequest'
  | 'privacy';

interface Place {
  readonly name: PlaceName;
  /** After `/c/<client>` for places of a client. */
  readonly path: string;
  readonly ofClient: boolean;
  readonly service: readonly ServiceRole[];
  readonly client: (membership: Membership) => boolean;
}

const admin = ({ role }: Membership): boolean => role === 'clientAdmin';
const nobody = (): boolean => false;

const places: readonly Place[] = [
  { name: 'desk', path: '/desk', ofClient: false, service: ['supervisor', 'operator'], client: nobody },
  { name: 'attention', path: '/desk/attention', ofClient: false, service: ['supervisor', 'operator'], client: nobody },
  { name: 'requests', path: '/requests', ofClient: false, service: ['privacyOfficer'], client: nobody },
  { name: 'erasures', path: '/erasures', ofClient: false, service: ['privacyOfficer'], client: nobody },
  { name: 'clients', path: '/clients', ofClient: false, service: ['supervisor', 'privacyOfficer'], client: nobody },
  {
    name: 'agreements',
    path: '/agreements',
    ofClient: false,
    service: ['supervisor', 'privacyOfficer'],
    client: nobody,
  },
  { name: 'operators', path: '/operators', ofClient: false, service: ['supervisor'], client: nobody },
  {
    name: 'logRequest',
    path: '/desk/request',
    ofClient: false,
    service: ['supervisor', 'operator'],
    client: nobody,
  },
  { name: 'myStart', path: '/me', ofClient: true, service: [], client: ({ staffId }) => staffId !== null },
  { name: 'messages', path: '/messages', ofClient: true, service: ['supervisor'], client: () => true },
  { name: 'staff', path: '/staff', ofClient: true, service: ['supervisor'], client: admin },
  { name: 'company', path: '/company', ofClient: true, service: ['supervisor', 'privacyOfficer'], client: admin },
  { name: 'users', path: '/users', ofClient: true, service: ['supervisor'], client: admin },
  { name: 'deskView', path: '/desk-view', ofClient: true, service: ['supervisor'], client: admin },
  {
    name: 'privacy',
    path: '/privacy',
    ofClient: true,
    service: ['supervisor', 'privacyOfficer'],
    client: admin,
  },
];

const membershipOf = (me: Me, clientId: string | undefined): Membership | undefined =>
  me.memberships.find((membership) => membership.clientId === clientId);

function mayGo(me: Me, place: Place, clientId: string | undefined): boolean {
  if (me.role !== null) return place.service.includes(me.role);
  const membership = membershipOf(me, clientId);
  return membership !== undefined && place.client(membership);
}

interface Found {
  readonly name: PlaceName;
  readonly href: string;
}

const hrefOf = ({ name, path, ofClient }: Place, clientId: string | undefined): Found => ({
  name,
  href: ofClient ? `/c/${clientId}${path}` : path,
});

/** All that there is, whoever may go there. */
export const allPlaces = (clientId: string): Found[] => places.map((place) => hrefOf(place, clientId));

export function placesOf(me: Me, clientId: string | undefined): Found[] {
  return places
    .filter((place) => (!place.ofClient || clientId !== undefined) && mayGo(me, place, clientId))
    .map((place) => hrefOf(place, clientId));
}

export const mayOpen = (me: Me, name: PlaceName, clientId?: string): boolean =>
  places.some((place) => place.name === name && mayGo(me, place, clientId));

/** Where `/` leads; undefined for somebody who belongs to no client any longer. */
export function startOf(me: Me): string | undefined {
  if (me.role === 'privacyOfficer') return '/requests';
  if (me.role !== null) return '/desk';
  const [first] = me.memberships;
  if (!first) return undefined;
  return first.role === 'staffMember' && first.staffId !== null
    ? `/c/${first.clientId}/me`
    : `/c/${first.clientId}/messages`;
}
