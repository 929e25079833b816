// That there is always a supervisor: nobody else could let one in again.
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

const isSupervisor = {
  expression: '#role = :supervisor AND #state = :active',
  names: { '#role': 'role', '#state': 'state' },
  values: { ':supervisor': 'supervisor', ':active': 'active' },
};

/** User ids of all supervisors: one query of the people of the service, some dozens of small rows. */
export async function supervisorIds(app: App): Promise<string[]> {
  const rows = await app.db.queryAll({
    table: 'records',
    partition: { name: 'pk', value: recordKeys.membershipsOf(SERVICE).pk },
    filter: isSupervisor,
    consistent: true,
  });
  return rows.map(({ sk }) => sk as string);
}

/**
 * A condition on another supervisor, to be committed with whatever takes this one away. Two who take away each other at
 * once are two transactions of which the second finds its witness gone: no count that could drift.
 * @throws Problem last-supervisor.
 */
export async function anotherSupervisor(app: App, userId: string): Promise<Write> {
  const witness = (await supervisorIds(app)).find((id) => id !== userId);
  if (witness === undefined) throw new Problem('last-supervisor');
  return { table: 'records', check: recordKeys.membership(SERVICE, witness), condition: isSupervisor };
}
