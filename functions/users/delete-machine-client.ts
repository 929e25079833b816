// Delete a machine client: refused from now on, its secret replaced by one that nobody knows, its place free.
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { claimPlace, type MachineRow, machineNamed } from '#users/machine-store.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs, beside the chain's read, 1 query and 2 write requests. */
export const deleteMachineClient: UseCase<(typeof userRoutes)['deleteMachineClient'], AccessApp> = {
  async run(app, { params: { machineId } }) {
    const row = await machineNamed(app, machineId);
    if (!row) throw new Problem('not-found');
    if (!(await claimPlace(app, row, 'withdrawn'))) throw new Problem('try-again');
    await app.identity.renewSecret(row.sk);
    await freePlace(app, row);
    return { status: 204, body: undefined };
  },
};

async function freePlace(app: AccessApp, { sk, machineId }: MachineRow): Promise<void> {
  const address = recordKeys.machine(sk);
  const mine = { expression: 'machineId = :machineId', values: { ':machineId': machineId } };
  try {
    await app.db.commit([
      { table: 'records', delete: address, condition: mine },
      { table: 'registerKeys', delete: address },
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error; // it is gone already
  }
}
