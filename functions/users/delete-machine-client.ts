// Delete a machine client: refused from now on, its secret replaced by one that nobody knows, its place free.
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { machineNamed } from '#users/machine-store.ts';
import { removeMachine } from '#users/remove-machine.ts';
import type { userRoutes } from '#users/routes.ts';

/** Costs, beside the chain's read, 1 query and 2 write requests. */
export const deleteMachineClient: UseCase<(typeof userRoutes)['deleteMachineClient'], AccessApp> = {
  async run(app, { params: { machineId } }) {
    const row = await machineNamed(app, machineId);
    if (!row) throw new Problem('not-found');
    if (!(await removeMachine(app, row))) throw new Problem('try-again');
    return { status: 204, body: undefined };
  },
};
