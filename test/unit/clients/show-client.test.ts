// What each role sees of a client.
import { expect, test } from 'vitest';
import { ClientInput } from '#clients/schema.ts';
import { showClient } from '#clients/show-client.ts';
import { aClient } from '#test/support/builders/clients.ts';

const { retention: _, contentMode, status, ...value } = ClientInput().parse(aClient());
const content = {
  id: 'cli_1',
  version: 1,
  status,
  contentMode,
  retention: { months: 6 },
  value,
  agreement: undefined,
  createdAtMs: 0,
  updatedAtMs: 0,
};

test.each([
  ['supervisor', ['contacts', 'generalInbox', 'organisationNumber']],
  ['clientAdmin', ['contacts', 'generalInbox', 'organisationNumber']],
  ['operator', ['contacts', 'organisationNumber']],
  ['privacyOfficer', ['contacts', 'organisationNumber']],
  ['staffMember', []],
  ['machine', []],
] as const)('%s sees of the guarded fields: %j', (role, expected) => {
  const shown = showClient(content, role, (number) => `lin_${number}`);

  const guarded = ['contacts', 'generalInbox', 'organisationNumber'].filter((field) => field in shown);
  expect(guarded).toEqual(expected);
  expect(shown.numbers).toEqual(value.numbers.map((one) => ({ ...one, line: `lin_${one.number}` })));
  expect(Object.keys(value)).toContain('generalInbox');
});
