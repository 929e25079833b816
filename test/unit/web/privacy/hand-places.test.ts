// What an erasure leaves to people has a page where it is changed, for somebody who may open it.
import { expect, test } from 'vitest';
import type { Me } from '#web/api/types.ts';
import { placesOf } from '#web/app/places.ts';
import { handPlaceOf, handStoreOf } from '#web/privacy/hand-places.ts';

const clientId = 'cli_01JZZZZZZZZZZZZZZZZZZZZZZ0';
const admin = { role: null, memberships: [{ clientId, role: 'clientAdmin', staffId: null }] } as unknown as Me;
const officer = { role: 'privacyOfficer', memberships: [] } as unknown as Me;
/** Whether a page of the menu is at the address, or above it. */
const reaches = (me: Me, href: string) => placesOf(me, clientId).some((place) => href.startsWith(place.href));

const stores = ['message', 'staff', 'membership', 'suppression', 'client', 'answering'];

test.each(stores)(
  '%s is changed where the client’s admin may go, and leads an officer only where they may',
  (store) => {
    const { href = '', isForOfficer } = handPlaceOf(clientId, store, 'stf_1') ?? {};

    expect([reaches(admin, href), reaches(officer, href)]).toEqual([true, isForOfficer]);
  },
);

test('what nobody has thought of is said to be somewhere else, and leads nowhere', () => {
  expect([handStoreOf('somethingNew'), handPlaceOf(clientId, 'somethingNew', 'x')]).toEqual(['other', undefined]);
});

test('a blocked address of the general inbox is not looked for among people', () => {
  expect(handPlaceOf(clientId, 'suppression', clientId)?.href).toBe(`/c/${clientId}/company`);
});
