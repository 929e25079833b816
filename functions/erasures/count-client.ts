// Counts what there is of a client: by kind, and its messages and calls by month. Nothing is opened.
import { localOf } from '#calendar/local-time.ts';
import { callOutcomes } from '#desk/calls-schema.ts';
import type { Months } from '#erasures/schema.ts';
import type { Counted } from '#erasures/store.ts';
import { messagesAlone, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { machineRows } from '#users/machine-store.ts';
import { homesIn } from '#users/store.ts';

interface Scope {
  clientId: string;
  /** Without them they are neither counted nor erased. */
  messages: boolean;
  /** Only what an erasure of the register takes. */
  registerOnly: boolean;
}

/**
 * Costs a query of each of the client's partitions, at most half a unit for 4 KB and the messages' at most; a read of each
 * user. Memory stays flat.
 * @returns undefined where the time was up.
 */
export async function countClient(app: App, run: LongRun, scope: Scope): Promise<Counted | undefined> {
  const { clientId, messages, registerOnly } = scope;
  const months = new Map<string, OfMonth>();
  const counts = { staff: 0, users: 0, messages: 0, deliveries: 0, suppressions: 0, callCounts: 0, files: 0 };
  let usersElsewhere = 0;
  const parts: Part[] = [
    { pk: recordKeys.staffOf(clientId).pk, add: (items) => add(counts, 'staff', items.length) },
    {
      pk: recordKeys.suppressionsOf(clientId).pk,
      // Those of the general inbox are the client's own.
      add: (items) => add(counts, 'suppressions', items.filter(({ sk }) => !registerOnly || sk !== clientId).length),
    },
    { pk: recordKeys.filesOf(clientId).pk, add: (items) => add(counts, 'files', items.length) },
    {
      pk: recordKeys.membershipsOf(clientId).pk,
      async add(items) {
        const ids = items.filter(({ role }) => !registerOnly || role === 'staffMember').map(({ sk }) => sk as string);
        add(counts, 'users', ids.length);
        usersElsewhere += await elsewhere(app, clientId, ids);
      },
    },
  ];
  if (messages) parts.push({ pk: recordKeys.messagesOf(clientId).pk, sort: messagesAlone, add: addMessages });
  if (!registerOnly) parts.push({ pk: recordKeys.callCountsOf(clientId).pk, add: addCalls });

  function addMessages(items: readonly Item[]): void {
    for (const { deliveryIds, takenAtMs } of items.map(toMessageRecord)) {
      add(counts, 'messages', 1);
      add(counts, 'deliveries', deliveryIds.length);
      monthIn(months, localOf(takenAtMs).date).messages += 1;
    }
  }

  function addCalls(items: readonly Item[]): void {
    add(counts, 'callCounts', items.length);
    for (const item of items) monthIn(months, item.sk as string).calls += callsIn(item);
  }

  for (const { pk, sort, add: addPage } of parts) {
    const partition = { name: recordsTable.partitionKey, value: pk };
    const query = { table: 'records' as const, partition, ...(sort && { sort }) };
    if (!(await eachPage(app, run, query, async (items) => addPage(items)))) return undefined;
  }
  const machines = registerOnly ? [] : (await machineRows(app)).filter(({ clientIds }) => clientIds.includes(clientId));
  const answeringRead = { table: 'records' as const, key: recordKeys.answering(clientId) };
  const answering = (await app.db.read([answeringRead])).get(answeringRead) ? 1 : 0;
  return {
    atMs: app.clock.nowMs(),
    counts: { ...counts, machineClients: machines.length, answering },
    months: monthsOf(months),
    usersElsewhere,
  };
}

interface Part {
  pk: string;
  sort?: typeof messagesAlone;
  add(items: readonly Item[]): Promise<void> | void;
}

interface OfMonth {
  messages: number;
  calls: number;
}

function add<K extends string>(counts: Record<K, number>, kind: K, more: number): void {
  counts[kind] += more;
}

/** @param date `2026-11-23`, and whatever follows. */
function monthIn(months: Map<string, OfMonth>, date: string): OfMonth {
  const month = date.slice(0, '2026-11'.length);
  const standing = months.get(month) ?? { messages: 0, calls: 0 };
  months.set(month, standing);
  return standing;
}

const callsIn = (item: Item): number =>
  callOutcomes.reduce((sum, outcome) => sum + ((item[outcome] as number | undefined) ?? 0), 0);

const monthsOf = (months: ReadonlyMap<string, OfMonth>): Months =>
  [...months]
    .map(([month, { messages, calls }]) => ({ month, messages, calls }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));

/** How many of them are members of something else too. */
async function elsewhere({ db }: App, clientId: string, userIds: readonly string[]): Promise<number> {
  const found = await db.read(userIds.map((userId) => ({ table: 'records', key: recordKeys.user(userId) })));
  return userIds.filter((userId) => homesIn(found, userId)?.memberOf.some((home) => home !== clientId)).length;
}
