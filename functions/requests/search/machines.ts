// Searches machine clients: their names, which people choose, and sometimes choose after a person.
import { field } from '#requests/search/field.ts';
import { openEach, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { type MachineRow, machineKeyRead, machineRows, openMachine } from '#users/machine-store.ts';

async function openRows(app: App, home: string, rows: readonly MachineRow[]) {
  const opened = await openEach(app, home, rows, {
    reads: (row) => [{ table: 'records', key: recordKeys.machine(row.sk) }, machineKeyRead(row)],
    open: (found, row) => {
      const machine = openMachine(found, row);
      return (
        machine && {
          store: 'machine',
          recordId: row.machineId,
          home,
          whose: 'self',
          fields: [
            ...field('name', 'name', machine.name, { slot: 'self', part: 'mentioned' }),
            ...field('scopes', 'plain', row.scopes.join(', ')),
            ...field('createdAt', 'time', row.createdAt),
          ],
        }
      );
    },
  });
  return { ...opened, looked: rows.length };
}

const isOf = (home: string) => (row: MachineRow) => home === SERVICE || row.clientIds.includes(home);

/** One query and one read: there are fifty at most in the whole service. */
export const machineSearcher: Searcher = {
  stores: ['machine'],
  page: async (app, home) => openRows(app, home, (await machineRows(app)).filter(isOf(home))),
  open: async (app, home, _, recordIds) =>
    openRows(
      app,
      home,
      (await machineRows(app)).filter((row) => isOf(home)(row) && recordIds.includes(row.machineId)),
    ),
};
