// Lists messages, newest first: of a client, or of one of its staff members.
import { mayRead } from '#messages/find-message.ts';
import { openMessages } from '#messages/message-view.ts';
import { auditOldMessages, oldestToShow } from '#messages/old-messages.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { isExpired, type MessageRecord, messageRead, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { PageQuery } from '#shared/database.ts';
import type { Item } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { Problem } from '#shared/problems.ts';
import { listKeys, recordKeys, recordsTable } from '#shared/tables.ts';
import type { Request, UseCase } from '#shared/use-case.ts';

type ListMessages = (typeof messageRoutes)['listMessages'];

/** No message is older than six months and a day: expired records below that are not even looked at. */
const OLDEST_MS = 185 * 24 * 60 * 60 * 1000;

/**
 * Costs one batch read (membership and client), one query (1 unit for 8 KB of messages; by staff member of index entries,
 * and one batch read more), then one batch read for each hundred keys and deliveries, and those of shown addresses. Where
 * people of the service look at old ones, one transaction more, of 3 units for each.
 */
export const listMessages: UseCase<ListMessages> = {
  async run(app, request) {
    const { params, query, caller } = request;
    const staffId = staffAskedFor(request);
    const { limit, cursor, from, to, state, urgency } = query;
    const nowMs = app.clock.nowMs();
    const oldest = oldestToShow(caller, query, nowMs);
    const scope = {
      clientId: params.clientId,
      routeId: 'listMessages',
      filters: { staffId, from, to, state, urgency },
    };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);

    const { from: first, until: last } = idRange('message', oldest ?? nowMs - OLDEST_MS, to ?? nowMs);
    const bounds = { first, last, limit, ...(startAfter && { startAfter }) };
    const { messages, next } = isEmpty(bounds)
      ? { messages: [], next: undefined }
      : staffId
        ? await pageOfStaff(app, params.clientId, staffId, bounds)
        : await pageOfClient(app, params.clientId, { state, urgency }, bounds);
    const shown = messages.filter((message) => isShown(app, message, { state, urgency }) && mayRead(caller, message));
    const items = await openMessages(app, caller, shown);
    await auditOldMessages(app, caller, { act: 'listMessages', nowMs, ...query }, shown);
    return {
      status: 200,
      body: {
        items,
        nextCursor: await sealCursor(app.serviceKeys, scope, next),
      },
    };
  },
};

/** @throws Problem forbidden when a staff member asks for a colleague's. */
function staffAskedFor({ query, caller }: Request<ListMessages>): string | undefined {
  if (caller.role !== 'staffMember') return query.staffId;
  if (!caller.staffId || (query.staffId && query.staffId !== caller.staffId)) throw new Problem('forbidden');
  return caller.staffId;
}

type Filters = Pick<Request<ListMessages>['query'], 'state' | 'urgency'>;

const isShown = (app: App, message: MessageRecord, { state, urgency }: Filters) =>
  !isExpired(message, app.clock.nowMs()) &&
  (state === undefined || message.state === state) &&
  (urgency === undefined || message.urgency === urgency);

interface Bounds {
  first: string;
  last: string;
  limit: number;
  startAfter?: Item;
}

/** DynamoDB refuses a range that ends before it begins, and a start outside of it: an old cursor may have been left behind. */
const isEmpty = ({ first, last, startAfter }: Bounds) =>
  first > last || (startAfter !== undefined && String(startAfter.listSk ?? startAfter.sk) <= first);

interface Page {
  messages: MessageRecord[];
  next: Item | undefined;
}

async function pageOfClient(app: App, clientId: string, filters: Filters, bounds: Bounds): Promise<Page> {
  const wanted = Object.entries(filters).filter(([, value]) => value !== undefined);
  const { items, next } = await app.db.query({
    ...pageQuery(bounds),
    partition: { name: recordsTable.partitionKey, value: recordKeys.messagesOf(clientId).pk },
    sort: { name: recordsTable.sortKey, from: bounds.first, until: bounds.last },
    filter: {
      expression: ['expiresAt > :now', ...wanted.map(([name]) => `#${name} = :${name}`)].join(' AND '),
      ...(wanted.length > 0 && { names: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])) }),
      values: {
        ':now': toSeconds(app.clock.nowMs()),
        ...Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
      },
    },
    consistent: true,
  });
  return { messages: items.map(toMessageRecord), next };
}

async function pageOfStaff(app: App, clientId: string, staffId: string, bounds: Bounds): Promise<Page> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.list;
  const { items, next } = await app.db.query({
    ...pageQuery(bounds),
    index: name,
    partition: { name: partitionKey, value: listKeys.staffInbox(clientId, staffId) },
    sort: { name: sortKey, from: bounds.first, until: bounds.last },
  });
  const reads = items.map(({ listSk }) => messageRead(clientId, listSk as string));
  const found = await app.db.read(reads);
  return {
    messages: reads
      .map((read) => found.get(read))
      .filter((item) => item !== undefined)
      .map(toMessageRecord),
    next,
  };
}

const pageQuery = ({
  limit,
  startAfter,
}: Bounds): Pick<PageQuery, 'table' | 'newestFirst' | 'limit' | 'startAfter'> => ({
  table: 'records',
  newestFirst: true,
  limit,
  ...(startAfter && { startAfter }),
});
