// Invitations and roles before the API is asked.
import { expect, test } from 'vitest';
import { clientSearchBody } from '#web/users/client-list.ts';
import { clientRoleBody, type Invitation, sentAs, wrongOf } from '#web/users/member.ts';
import { clientBody, emptyClient } from '#web/users/new-client.ts';

const invitation = (more: Partial<Invitation>): Invitation => ({
  email: 'bo@nordvik.example',
  name: 'Bo',
  role: 'clientAdmin',
  staffId: null,
  setsAbsences: false,
  maySign: false,
  ...more,
});

test('an invitation needs an address, a name, and of a staff member the person', () => {
  expect(wrongOf(invitation({}))).toEqual({});
  expect(wrongOf(invitation({ email: ' ', name: '', role: 'staffMember' }))).toEqual({
    email: 'emailNeeded',
    name: 'nameNeeded',
    person: 'personTaken',
  });
  expect(wrongOf(invitation({ email: 'bo@nordvik' }))).toEqual({ email: 'badEmail' });
});

test('an admin may be somebody of the register and sets absences anyway', () => {
  expect(clientRoleBody(invitation({ setsAbsences: true }))).toEqual({ role: 'clientAdmin' });
  expect(clientRoleBody(invitation({ staffId: 'stf_1' }))).toEqual({ role: 'clientAdmin', staffId: 'stf_1' });
  expect(clientRoleBody(invitation({ maySign: true }))).toEqual({ role: 'clientAdmin', maySign: true });
  expect(clientRoleBody(invitation({ role: 'staffMember' }))).toBeUndefined();
  expect(clientRoleBody(invitation({ role: 'staffMember', staffId: 'stf_1', setsAbsences: true }))).toEqual({
    role: 'staffMember',
    staffId: 'stf_1',
    setsAbsences: true,
  });
});

test('the same body goes under the same key, another under another', () => {
  let keys = 0;
  const next = () => `key-${++keys}`;

  const first = sentAs({ name: 'Bo' }, null, next);
  const again = sentAs({ name: 'Bo' }, first, next);
  const other = sentAs({ name: 'Bosse' }, again, next);

  expect([first.key, again.key, other.key]).toEqual(['key-1', 'key-1', 'key-2']);
});

test.each([
  ['08-465 004 10', { number: '08-465 004 10' }],
  ['+46 8 465 004 10', { number: '+46 8 465 004 10' }],
  ['402000-0107', { text: '402000-0107' }],
  ['Nordvik 24', { text: 'Nordvik 24' }],
  ['0846', { text: '0846' }],
])('a client is sought by %s', (text, body) => {
  expect(clientSearchBody(text)).toEqual(body);
});

test('what is left empty of a new client is left out', () => {
  expect(clientBody({ ...emptyClient, name: ' Nordvik ' })).toMatchObject({
    name: 'Nordvik',
    legalName: null,
    numbers: [],
    generalInbox: null,
  });
  expect(clientBody({ ...emptyClient, name: 'N', number: '08-1', inbox: 'info@n.example' })).toMatchObject({
    numbers: [{ number: '08-1', answerPhrase: null, language: 'sv' }],
    generalInbox: { emails: ['info@n.example'] },
  });
});
