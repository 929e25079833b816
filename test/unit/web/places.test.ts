// Who may go where: the table of the menu and of the routes, person by person.
import { describe, expect, test } from 'vitest';
import type { Me, Membership } from '#web/api/types.ts';
import { allPlaces, mayOpen, placesOf, startOf } from '#web/app/places.ts';

const membership = (changes: Partial<Membership>): Membership => ({
  clientId: 'cli_1',
  clientName: 'Nordvik Bygg',
  status: 'active',
  role: 'clientAdmin',
  staffId: null,
  setsAbsences: false,
  maySign: true,
  agreed: true,
  ...changes,
});
const someone = (changes: Partial<Me>): Me => ({
  userId: 'usr_1',
  name: 'Anna',
  email: 'anna@nordvik.example',
  door: 'portal',
  role: null,
  memberships: [],
  retentionMonths: 6,
  ...changes,
});
const namesOf = (me: Me, clientId?: string) => placesOf(me, clientId).map(({ name }) => name);

const ofClient = ['messages', 'staff', 'company', 'users', 'deskView', 'privacy'];
const admin = someone({ memberships: [membership({})] });
const staffMember = someone({ memberships: [membership({ role: 'staffMember', staffId: 'stf_1' })] });

describe.each([
  [
    'a supervisor',
    someone({ door: 'desk', role: 'supervisor' }),
    ['desk', 'attention', 'clients', 'agreements', 'operators', 'logRequest', ...ofClient],
  ],
  ['an operator', someone({ door: 'desk', role: 'operator' }), ['desk', 'attention', 'logRequest']],
  [
    'a privacy officer',
    someone({ door: 'desk', role: 'privacyOfficer' }),
    ['requests', 'erasures', 'clients', 'agreements', 'company', 'privacy'],
  ],
  ['an admin', admin, ofClient],
  ['an admin who is staff too', someone({ memberships: [membership({ staffId: 'stf_1' })] }), ['myStart', ...ofClient]],
  ['a staff member', staffMember, ['myStart', 'messages']],
])('%s', (_, me, names) => {
  test('sees these places, and may open no other', () => {
    expect(namesOf(me, 'cli_1')).toEqual(names);
    expect(
      allPlaces('cli_1')
        .filter(({ name }) => mayOpen(me, name, 'cli_1'))
        .map(({ name }) => name),
    ).toEqual(names);
  });
});

test('nobody sees anything of a client that is not theirs', () => {
  expect([namesOf(admin, 'cli_2'), namesOf(staffMember, 'cli_2')]).toEqual([[], []]);
  expect(namesOf(someone({ role: 'operator' }))).toEqual(['desk', 'attention', 'logRequest']);
});

test('each has a door, and who belongs to nobody has none', () => {
  const operator = someone({ role: 'operator' });
  const officer = someone({ role: 'privacyOfficer' });

  expect([operator, officer, admin, staffMember, someone({})].map(startOf)).toEqual([
    '/desk',
    '/requests',
    '/c/cli_1/messages',
    '/c/cli_1/me',
    undefined,
  ]);
});
