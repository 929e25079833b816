// Searches stores of many small rows that name people by ids: who did what, who asked for work, what is left of somebody erased.
import type { AnyTask } from '#attention/store.ts';
import type { Job } from '#jobs/job.ts';
import type { MessageRecord } from '#messages/store.ts';
import { type Field, field, type Readable } from '#requests/search/field.ts';
import type { Quest } from '#requests/search/quest.ts';
import { NOTHING, type Page, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import type { AuditRow } from '#shared/audit.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordKeys, recordsTable, ttlAttribute } from '#shared/tables.ts';
import { tombstoneRead } from '#shared/tombstone.ts';

/** Rows that are looked at in one request: 500 rows of audit are some 60 units. */
const ROWS = 500;

type NameOf<R> = readonly (keyof R & string)[];

/** `R`: a row as its store writes it, by the names of its attributes; test/unit/requests/gathered.test.ts holds them together. */
interface Gathering<R = Item> {
  store: string;
  partition(home: string): string;
  /** Attributes that hold an id. */
  names: NameOf<R>;
  /** Where a row stands that is the id's own. */
  own?: (home: string, id: string) => ReadRequest;
  /** Attributes that hold a list of ids. */
  lists?: NameOf<R>;
  /** Whose the row is in the client's partition, where it holds those of all. */
  ofHome?: boolean;
  fields(row: R & { sk: string }, id: string): Field[];
}

const idsOf = ({ staffIds, userIds }: Quest): string[] => [...staffIds, ...userIds];

/** Rows that name one of the ids and are not past their time. */
function filterOf<R>({ names, lists = [], ofHome }: Gathering<R>, home: string, ids: readonly string[], nowMs: number) {
  const values = Object.fromEntries(ids.map((id, n) => [`:id${n}`, id]));
  const list = Object.keys(values).join(', ');
  const named = names.map((_, n) => `#n${n} IN (${list})`);
  const listed = lists.flatMap((_, n) => ids.map((__, m) => `contains(#l${n}, :id${m})`));
  const time = '(attribute_not_exists(#ttl) OR #ttl > :now)';
  return {
    expression: `(${[...named, ...listed].join(' OR ')}) AND ${time}${ofHome ? ' AND clientId = :home' : ''}`,
    names: {
      '#ttl': ttlAttribute,
      ...Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
      ...Object.fromEntries(lists.map((name, n) => [`#l${n}`, name])),
    },
    values: { ...values, ':now': toSeconds(nowMs), ...(ofHome && { ':home': home }) },
  };
}

async function rowsOf<R>(
  app: App,
  gathering: Gathering<R>,
  home: string,
  ids: readonly string[],
  from: string | undefined,
) {
  const pk = gathering.partition(home);
  const { items, next } = await app.db.query({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: pk },
    filter: filterOf(gathering, home, ids, app.clock.nowMs()),
    limit: ROWS,
    ...(from !== undefined && { startAfter: { pk, sk: from } }),
  });
  const ownRows = from === undefined && gathering.own ? ids.map((id) => gathering.own?.(home, id)) : [];
  const reads = ownRows.filter((read) => read !== undefined);
  const found = await app.db.read(reads);
  const own = reads.map((read) => found.get(read)).filter((row) => row !== undefined);
  return { items: [...own, ...items], next: next?.sk as string | undefined };
}

/** Which of the ids a row names. */
const namedIn = <R>({ names, lists = [] }: Gathering<R>, row: Item, ids: readonly string[]): string[] => {
  const all = [
    ...names.map((name) => row[name]),
    ...lists.flatMap((name) => (row[name] as unknown[] | undefined) ?? []),
  ];
  return ids.filter((id) => all.includes(id));
};

const idField = (id: string): Field[] =>
  id.startsWith('stf_')
    ? field('staffId', 'staffId', id, { slot: 'self', part: 'concerned' })
    : field('userId', 'userId', id, { slot: 'self', part: 'actor' });

const standing = <R>({ store }: Gathering<R>, home: string, id: string): Readable => ({
  store,
  recordId: id,
  home,
  whose: 'self',
  fields: idField(id),
});

/**
 * A finding is an id that is named: there may be a hundred thousand rows. They are read again when they are told of, a page at
 * a time, without the rows that name nobody who is looked for.
 */
const gather = <R>(gathering: Gathering<R>): Searcher => ({
  stores: [gathering.store],

  async page(app, home, quest, from) {
    const ids = idsOf(quest);
    if (ids.length === 0) return NOTHING;
    const { items, next } = await rowsOf(app, gathering, home, ids, from);
    const named = new Set(items.flatMap((row) => namedIn(gathering, row, ids)));
    return {
      records: [...named].map((id) => standing(gathering, home, id)),
      looked: items.length,
      unreadable: 0,
      next,
    };
  },

  open: async (_, home, __, recordIds) => ({
    records: recordIds.map((id) => standing(gathering, home, id)),
    looked: recordIds.length,
    unreadable: 0,
  }),

  async rows(app, home, _, id, from): Promise<Page> {
    const { items, next } = await rowsOf(app, gathering, home, [id], from);
    const records = items.map((row) => ({
      store: gathering.store,
      recordId: row.sk as string,
      home,
      whose: 'self',
      fields: [...idField(id), ...gathering.fields(row as R & { sk: string }, id)],
    }));
    return { records, looked: items.length, unreadable: 0, next };
  },
});

/** By whom is not told: people of the service have a right to that as well. What they did, when, why, and as what. */
export const auditSearcher = gather<AuditRow & { staffId?: string }>({
  store: 'audit',
  partition: (home) => recordKeys.auditOf(home).pk,
  // staffId: rows of before the audit told of every act.
  names: ['by', 'recordId', 'staffId'],
  fields: ({ atMs, act, role, why, by }, id) => [
    ...field('at', 'time', atMs),
    ...field('act', 'plain', act),
    ...field('role', 'code', role),
    ...field('why', 'code', why),
    ...field('by', 'code', by === id ? 'you' : 'other'),
  ],
});

export const jobSearcher = gather<Job>({
  store: 'job',
  partition: (home) => recordKeys.jobsOf(home).pk,
  names: ['askedBy'],
  fields: ({ createdAtMs, work, state }) => [
    ...field('at', 'time', createdAtMs),
    ...field('work', 'code', work),
    ...field('state', 'code', state),
  ],
});

/** Attributes of a tombstone. */
type TombstoneRow = Pick<Erasure, 'readers' | 'replacement'> & { erasedAt: number };

export const tombstoneSearcher = gather<TombstoneRow>({
  store: 'tombstone',
  partition: (home) => recordKeys.tombstone(home, '').pk,
  own: tombstoneRead,
  names: ['replacement'],
  lists: ['readers'],
  fields: ({ sk, erasedAt, replacement }, id) => [
    ...field('erasedAt', 'time', erasedAt),
    ...field('recordId', 'plain', sk),
    ...field('replacement', 'code', replacement === id ? 'you' : undefined),
  ],
});

/** Of a floor above: its row as far as it is told of. */
interface ErasureRow {
  askedBy: string;
  askedAtMs: number;
  firstPerson: string;
  saidMoreBy?: string;
  confirmedBy?: string;
  what: string;
  state: string;
}

/** Who asked for it, who gave the client's instruction or said more since, and who confirmed it. */
export const erasureSearcher = gather<ErasureRow>({
  store: 'erasure',
  partition: (home) => recordKeys.erasuresOf(home).pk,
  names: ['askedBy', 'firstPerson', 'saidMoreBy', 'confirmedBy'],
  fields: ({ askedAtMs, what, state }) => [
    ...field('at', 'time', askedAtMs),
    ...field('work', 'code', what),
    ...field('state', 'code', state),
  ],
});

/** Of a room beside: its row as far as it is told of. */
interface ExportRow {
  askedBy: string;
  askedAtMs: number;
  protectedStaff: readonly string[];
  why: string;
}

/** Who asked for an export, and which protected people were to be in it. */
export const exportSearcher = gather<ExportRow>({
  store: 'export',
  partition: (home) => recordKeys.exportsOf(home).pk,
  names: ['askedBy'],
  lists: ['protectedStaff'],
  fields: ({ askedAtMs, askedBy, why }, id) => [
    ...field('at', 'time', askedAtMs),
    ...field('why', 'code', why),
    ...field('by', 'code', askedBy === id ? 'you' : 'other'),
  ],
});

/** Who claimed a task, and who closed it: people of the service. */
export const taskWorkSearcher = gather<AnyTask>({
  store: 'task',
  partition: () => recordKeys.tasks().pk,
  names: ['claimedBy', 'doneBy'],
  fields: ({ createdAtMs, doneAtMs, state }) => [
    ...field('at', 'time', doneAtMs ?? createdAtMs),
    ...field('state', 'code', state),
  ],
});

/** Which messages somebody of the service took or handled; what is in them is the client's. */
export const messageWorkSearcher = gather<MessageRecord>({
  store: 'message',
  partition: (home) => recordKeys.messagesOf(home).pk,
  names: ['takenBy', 'handledBy'],
  fields: ({ takenAtMs, sk }) => [...field('takenAt', 'time', takenAtMs), ...field('recordId', 'plain', sk)],
});
