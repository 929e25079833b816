// Takes a client from the machine clients that are bound to it; those that are bound to nothing else go with their secret.
import { log } from '#shared/log.ts';
import type { LongRun } from '#shared/long-run.ts';
import { recordKeys } from '#shared/tables.ts';
import type { IdentityApp } from '#users/identity-provider.ts';
import { type MachineRow, machineRows } from '#users/machine-store.ts';
import { removeMachine } from '#users/remove-machine.ts';

/** Costs one query of at most 50 rows, and for each that is bound one update (1 unit) or what a deletion costs. */
export async function unbindMachines(app: IdentityApp, { errors }: LongRun, clientId: string): Promise<void> {
  for (const row of await machineRows(app)) {
    if (!row.clientIds.includes(clientId)) continue;
    try {
      if (!(await unbind(app, row, clientId))) throw new Error('Somebody else changes this machine client just now');
    } catch (error) {
      log.error('not-unbound', error, { clientId, machineId: row.machineId });
      errors.push(error);
    }
  }
}

/** @returns false where it is to be looked at again. */
async function unbind(app: IdentityApp, row: MachineRow, clientId: string): Promise<boolean> {
  const rest = row.clientIds.filter((one) => one !== clientId);
  if (rest.length === 0) return removeMachine(app, row);
  const changed = await app.db.update(
    'records',
    recordKeys.machine(row.sk),
    'SET clientIds = :rest',
    {
      expression: 'machineId = :machineId AND clientIds = :before',
      values: { ':machineId': row.machineId, ':before': row.clientIds, ':rest': rest },
    },
    ({ clientIds }) => !(clientIds as string[]).includes(clientId),
  );
  return changed !== undefined;
}
