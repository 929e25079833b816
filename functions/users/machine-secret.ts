// The secret of a machine client whose place has been claimed: made, told once, never kept.
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import type { MachineRow } from '#users/machine-store.ts';

/** @throws Problem erased where the machine client was deleted meanwhile. */
export async function activate(app: AccessApp, row: MachineRow): Promise<{ row: MachineRow; clientSecret: string }> {
  const clientSecret = await app.identity.renewSecret(row.sk);
  const active = await app.db.update('records', recordKeys.machine(row.sk), 'SET #state = :active REMOVE busySince', {
    expression: 'machineId = :machineId AND #state = :preparing',
    names: { '#state': 'state' },
    values: { ':machineId': row.machineId, ':preparing': 'preparing', ':active': 'active' },
  });
  if (!active) throw new Problem('erased');
  return { row: { ...row, state: 'active' }, clientSecret };
}
