// The end of a machine client: refused first, then its secret goes, then its row and its key; a tombstone stays.
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { IdentityApp } from '#users/identity-provider.ts';
import { claimPlace, type MachineRow } from '#users/machine-store.ts';

/**
 * Costs 2 write requests (2 and 7 write units, 3 more for the witness of who asks). Repeating it finishes what died half-way, a minute later.
 * @returns false where somebody is renewing the secret of this place just now, or died doing so within the last minute.
 */
export async function removeMachine(app: IdentityApp, row: MachineRow): Promise<boolean> {
  if (!(await claimPlace(app, row, 'withdrawn'))) return false;
  await app.identity.renewSecret(row.sk);
  await freePlace(app, row);
  return true;
}

/** The place may be another's soon: the tombstone names the machine client. */
async function freePlace(app: IdentityApp, { sk, machineId }: MachineRow): Promise<void> {
  const address = recordKeys.machine(sk);
  const mine = { expression: 'machineId = :machineId', values: { ':machineId': machineId } };
  try {
    await app.db.commit([
      { table: 'records', delete: address, condition: mine },
      { table: 'registerKeys', delete: address },
      newTombstone({ clientId: SERVICE, recordId: machineId, erasedAtMs: app.clock.nowMs() }),
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error; // it is gone already
  }
}
