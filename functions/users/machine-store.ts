// Machine clients in the tables: a row for each place that is taken, at the address of its app client.
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { createRecord, type KeyRow, keyRead, openRecord } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';
import type { MachineClient, MachineClientInput, MachineState } from '#users/schema.ts';

/** As it stands in the table. */
export interface MachineRow {
  /** The app client's id: the place. */
  sk: string;
  machineId: string;
  scopes: MachineClient['scopes'];
  clientIds: string[];
  state: MachineState;
  createdAt: number;
  /** Epoch milliseconds: since when somebody renews the secret of this place. Nobody else does so meanwhile. */
  busySince?: number;
}

export const machineContext = (machineId: string) => ({
  clientId: SERVICE,
  recordId: machineId,
  field: 'record',
  schema: 1,
});

/** Every place that is taken: one query; there are at most 50, for the gateway lists their audiences. */
export async function machineRows(app: App): Promise<MachineRow[]> {
  const rows = await app.db.queryAll({
    table: 'records',
    partition: { name: 'pk', value: recordKeys.machines().pk },
    consistent: true,
  });
  return rows as unknown as MachineRow[];
}

export const machineNamed = async (app: App, machineId: string): Promise<MachineRow | undefined> =>
  (await machineRows(app)).find((row) => row.machineId === machineId);

export const machineKeyRead = (row: MachineRow): ReadRequest => keyRead(recordKeys.machine(row.sk));

/** @param found with the key of the row. undefined once it is erased. */
export function openMachine(found: Found, row: MachineRow): { name: string; keys: KeyRow } | undefined {
  found.add('records', row as unknown as Item);
  const opened = openRecord(found, recordKeys.machine(row.sk), machineContext(row.machineId));
  return opened && { ...(opened.sealed as { name: string }), keys: opened.keys };
}

export function newMachine(
  place: string,
  machineId: string,
  { name, scopes, clientIds }: MachineClientInput,
  nowMs: number,
): { writes: Write[]; keys: KeyRow; row: MachineRow } {
  const plain = { machineId, scopes, clientIds, state: 'preparing' as const, createdAt: nowMs, busySince: nowMs };
  const made = createRecord({
    address: recordKeys.machine(place),
    kind: 'machine',
    context: machineContext(machineId),
    sealed: { name },
    plain,
  });
  return { ...made, row: { ...plain, sk: place } };
}

export const asMachine = (row: MachineRow, name: string | undefined): MachineClient => ({
  machineId: row.machineId,
  oauthClientId: row.sk,
  name: name ?? null,
  scopes: row.scopes,
  clientIds: row.clientIds,
  state: row.state,
  createdAt: rfc3339(row.createdAt),
});

/** Longer than any request lives: whoever began earlier is dead. */
const BUSY_MS = 60_000;

/**
 * Claims a place to renew its secret: two who did it at once would each delete the other's.
 * @returns whether it was free to claim, and the machine client still there.
 */
export const claimPlace = async (app: App, row: MachineRow, state: 'preparing' | 'withdrawn'): Promise<boolean> => {
  const nowMs = app.clock.nowMs();
  const condition = {
    expression: `machineId = :machineId AND (attribute_not_exists(busySince) OR busySince <= :dead)${
      state === 'preparing' ? ' AND #state = :state' : ''
    }`,
    names: { '#state': 'state' },
    values: { ':machineId': row.machineId, ':state': state, ':now': nowMs, ':dead': nowMs - BUSY_MS },
  };
  const change = 'SET #state = :state, busySince = :now';
  try {
    await app.db.commit([{ table: 'records', update: recordKeys.machine(row.sk), change, condition }]);
    return true;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return false;
  }
};
