// Counts what there is of a client: by kind, and its messages and calls by month. Nothing is opened.
import { localOf } from '#calendar/local-time.ts';
import type { Months } from '#erasures/schema.ts';
import type { Counted } from '#erasures/store.ts';
import { callOutcomes } from '#desk/calls-schema.ts';
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
  const { clientId } = scope;
  const months = new Map<string, { messages: number; calls: number }>();
  const ofMonth = (date: string) => {
    const month = date.slice(0, 'YYYY-MM'.length);
    const standing = months.get(month) ?? { messages: 0, calls: 0 };
    months.set(month, standing);
    return standing;
  };
  const counts = { staff: 0, users: 0, messages: 0, deliveries: 0, suppressions: 0, callCounts: 0, files: 0 };
  let usersElsewhere = 0;
  const each = (pk: string, act: (items: readonly Item[]) => Promise<void> | void, own = {}) =>
    eachPage(
      app,
      run,
      { table: 'records', partition: { name: recordsTable.partitionKey, value: pk }, ...own },
      async (items) => act(items),
    );

  const parts: (() => Promise<boolean>)[] = [
    () => each(recordKeys.staffOf(clientId).pk, ({ length }) => void (counts.staff += length)),
    () => each(recordKeys.suppressionsOf(clientId).pk, ({ length }) => void (counts.suppressions += length)),
    () => each(recordKeys.filesOf(clientId).pk, ({ length }) => void (counts.files += length)),
    () =>
      each(recordKeys.membershipsOf(clientId).pk, async (items) => {
        const goes = items.filter((item) => !scope.registerOnly || item.role === 'staffMember');
        counts.users += goes.length;
        usersElsewhere += await elsewhere(app, clientId, goes.map(({ sk }) => sk as string));
      }),
  ];
  if (scope.messages)
    parts.push(() =>
      each(
        recordKeys.messagesOf(clientId).pk,
        (items) => {
          for (const message of items.map(toMessageRecord)) {
            counts.messages++;
            counts.deliveries += message.deliveryIds.length;
            ofMonth(localOf(message.takenAtMs).date).messages++;
          }
        },
        { sort: messagesAlone },
      ),
    );
  if (!scope.registerOnly)
    parts.push(() =>
      each(recordKeys.callCountsOf(clientId).pk, (items) => {
        for (const item of items) {
          counts.callCounts++;
          ofMonth(item.sk as string).calls += callsIn(item);
        }
      }),
    );
  for (const part of parts) if (!(await part())) return undefined;

  const machineClients = scope.registerOnly
    ? 0
    : (await machineRows(app)).filter(({ clientIds }) => clientIds.includes(clientId)).length;
  const answeringRead = { table: 'records' as const, key: recordKeys.answering(clientId) };
  const answering = (await app.db.read([answeringRead])).get(answeringRead) ? 1 : 0;
  return {
    atMs: app.clock.nowMs(),
    counts: { ...counts, machineClients, answering },
    months: monthsOf(months),
    usersElsewhere,
  };
}

const callsIn = (item: Item): number =>
  callOutcomes.reduce((sum, outcome) => sum + ((item[outcome] as number | undefined) ?? 0), 0);

const monthsOf = (months: ReadonlyMap<string, { messages: number; calls: number }>): Months =>
  [...months].map(([month, { messages, calls }]) => ({ month, messages, calls })).sort((a, b) => (a.month < b.month ? -1 : 1));

/** How many of them are members of something else too. */
async function elsewhere({ db }: App, clientId: string, userIds: readonly string[]): Promise<number> {
  const found = await db.read(userIds.map((userId) => ({ table: 'records', key: recordKeys.user(userId) })));
  return userIds.filter((userId) => homesIn(found, userId)?.memberOf.some((home) => home !== clientId)).length;
}
