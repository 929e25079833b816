// List machine clients, newest first.
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { asMachine, machineKeyRead, machineRows, openMachine } from '#users/machine-store.ts';
import type { userRoutes } from '#users/routes.ts';

const scope = { clientId: SERVICE, routeId: 'listMachineClients', filters: {} };

/** Costs, beside the chain's read, 1 query and 1 read request: at most 50 rows, sorted here. */
export const listMachineClients: UseCase<(typeof userRoutes)['listMachineClients']> = {
  async run(app, { query: { limit, cursor } }) {
    const after = (await openCursor(app.serviceKeys, scope, cursor))?.machineId as string | undefined;
    const rows = (await machineRows(app))
      .filter(({ machineId }) => after === undefined || machineId < after)
      .sort((a, b) => (a.machineId < b.machineId ? 1 : -1));
    const page = rows.slice(0, limit);
    const found = await app.db.read(page.map(machineKeyRead));
    const items = page.map((row) => asMachine(row, openMachine(found, row)?.name));
    const last = rows.length > limit ? { machineId: page.at(-1)?.machineId } : undefined;
    return { status: 200, body: { items, nextCursor: await sealCursor(app.serviceKeys, scope, last) } };
  },
};
