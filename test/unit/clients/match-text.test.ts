// Search by text: what is found, and what comes first.
import { expect, test } from 'vitest';
import { matchText } from '#clients/match-text.ts';
import type { Client } from '#clients/schema.ts';
import { ClientInput } from '#clients/schema.ts';
import { showClient } from '#clients/show-client.ts';
import type { Role } from '#shared/route.ts';
import { aClient, type ClientBody } from '#test/support/builders/clients.ts';

const nameLine = () => 'lin_0000000000000000000000';

function client(changes: Partial<ClientBody>, role: Role = 'operator'): Client {
  const { retention: _, contentMode, status, ...value } = ClientInput().parse(aClient(changes));
  const times = { agreement: undefined, createdAtMs: 0, updatedAtMs: 0 };
  return showClient(
    { id: 'cli_1', version: 1, retention: { months: 6 }, contentMode, status, value, ...times },
    role,
    nameLine,
  );
}
const names = (clients: Client[], query: string) => matchText(clients, query).map(({ name }) => name);

const nordvik = client({
  name: 'Nordvik Bygg',
  legalName: 'Nordvik Bygg AB',
  town: 'Härnösand',
  organisationNumber: '402000-0107',
});
const harno = client({ name: 'Härnö Gin', legalName: null, town: 'Härnösand', organisationNumber: null });
const harnoPlain = client({ name: 'Harno Frakt', legalName: null, town: 'Umeå', organisationNumber: null });
const all = [nordvik, harno, harnoPlain];

test.each([
  ['nordvik', ['Nordvik Bygg']],
  ['BYGG nord', ['Nordvik Bygg']],
  ['härnösand', ['Härnö Gin', 'Nordvik Bygg']],
  ['harnosand', ['Härnö Gin', 'Nordvik Bygg']],
  ['harno', ['Harno Frakt', 'Härnö Gin', 'Nordvik Bygg']],
  ['härnö', ['Härnö Gin', 'Nordvik Bygg', 'Harno Frakt']],
  ['bygg härnösand', ['Nordvik Bygg']],
  ['4020000107', ['Nordvik Bygg']],
  ['402000-0107', ['Nordvik Bygg']],
  ['malmö', []],
])('%s finds %j', (query, expected) => {
  expect(names(all, query)).toEqual(expected);
});

test('a whole name comes before a name that holds it', () => {
  const short = client({ name: 'Ek', legalName: null, town: null });
  const long = client({ name: 'A Ek och Son', legalName: null, town: null });

  expect(names([long, short], 'ek')).toEqual(['Ek', 'A Ek och Son']);
});

test('at most twenty', () => {
  expect(matchText(Array(30).fill(nordvik), 'nordvik')).toHaveLength(20);
});

test('what a reader does not see is not found out by searching either', () => {
  const forMachine = client({ organisationNumber: '850709-9805' }, 'machine');

  expect(names([forMachine], '850709-9805')).toEqual([]);
  expect(names([client({ organisationNumber: '850709-9805' })], '850709-9805')).toHaveLength(1);
});
