// The bag of side effects that every use case gets first: clock, ids, tables, service keys.
import { type Clock, systemClock } from '#shared/clock.ts';
import { Database } from '#shared/database.ts';
import { documentClient } from '#shared/document-client.ts';
import type { Env, tableVariables } from '#shared/env.ts';
import { type IdKind, newId } from '#shared/ids.ts';
import { type ServiceKeys, tableServiceKeys } from '#shared/service-keys.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { TableNames } from '#shared/writes.ts';

export interface App {
  readonly clock: Clock;
  readonly db: Database;
  readonly serviceKeys: ServiceKeys;
  /** @param atMs the time that stands in it: now, unless given. */
  newId(kind: IdKind, atMs?: number): string;
}

export const tableNames = (env: Env<(typeof tableVariables)[number]>): TableNames => ({
  records: env.RECORDS_TABLE,
  messageKeys: env.MESSAGE_KEYS_TABLE,
  registerKeys: env.REGISTER_KEYS_TABLE,
});

export function makeApp(tables: TableNames, client = documentClient(), clock: Clock = systemClock): App {
  const db = new Database(client, tables, jitteredWait);
  return { clock, db, serviceKeys: tableServiceKeys(db), newId: (kind, atMs = clock.nowMs()) => newId(kind, atMs) };
}
