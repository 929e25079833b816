// Every store of the register is searched, or says why it is not: a new store without either fails here.
import { describe, expect, test } from 'vitest';
import { stores } from '#lib/stores.ts';
import { searchedStores } from '#requests/search/plan.ts';
import { unsearched } from '#requests/search/unsearched.ts';
import { SERVICE } from '#shared/tables.ts';

const searched = new Set([...searchedStores('cli_00000000000000000000000000'), ...searchedStores(SERVICE)]);

describe('the search for a person', () => {
  test('asks every store of the register, or says why it does not', () => {
    const known = [...searched, ...Object.keys(unsearched)].sort();

    expect(known).toEqual(Object.keys(stores).sort());
  });

  test('asks every store in which details of people stand sealed in the tables', () => {
    const personal = Object.entries(stores)
      .filter(([, { holds, kept }]) => kept !== 'likeItsItems' && holds.some((one) => one.startsWith('sealed')))
      .map(([id]) => id)
      .filter((id) => !searched.has(id) && unsearched[id] !== 'copies');

    expect(personal).toEqual(['browserStore', 'restoredTables', 'backupsOfTheAccount', 'runnerFiles']);
  });
});
