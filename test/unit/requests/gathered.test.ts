// What is searched by ids alone asks rows by the attributes that their stores write, and tells of them: tasks and messages by their types, the rest here.
import { describe, expect, test } from 'vitest';
import { newErasure } from '#erasures/store.ts';
import { newExport } from '#exports/store.ts';
import { newJob } from '#jobs/job.ts';
import {
  auditSearcher,
  erasureSearcher,
  exportSearcher,
  jobSearcher,
  tombstoneSearcher,
} from '#requests/search/gathered.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import { auditWrite } from '#shared/audit.ts';
import type { PageQuery } from '#shared/database.ts';
import { Found, type Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import { newTombstone } from '#shared/tombstone.ts';
import type { Write } from '#shared/writes.ts';
import { anErasureRecord } from '#test/support/builders/erasures.ts';

const NOW = Date.parse('2027-05-23T10:00:00Z');
const clock = { nowMs: () => NOW };
const [CLIENT, ANNA, BO, CAJSA] = [newId('client', NOW), newId('user', NOW), newId('user', NOW), newId('user', NOW)];
const STAFF = newId('staff', NOW);
const OTHER = newId('staff', NOW);
const writer = { clock, newId: (kind: Parameters<typeof newId>[0]) => newId(kind, NOW) } as App;

const rowOf = (write: Write | undefined): Item => {
  if (!write || !('put' in write) || !write.put) throw new Error('No row is put');
  return write.put as Item;
};

interface Case {
  searcher: Searcher;
  /** As the store writes it, with somebody at every place that the searcher asks. */
  row: Item;
  /** Whom it names. */
  names: string[];
  told: string[];
}

const asked = { clientId: CLIENT, work: 'export' as const, refId: newId('export', NOW), askedBy: ANNA };
const act = { clientId: CLIENT, by: ANNA, role: 'supervisor' as const, act: 'readStaffMember', recordId: STAFF };
const confirmed = { askedBy: ANNA, firstPerson: BO, saidMoreBy: BO, confirmedBy: CAJSA };
const exported = {
  id: newId('export', NOW),
  clientId: CLIENT,
  what: ['register' as const],
  days: 7,
  protectedStaff: [STAFF],
  why: 'clientAsked' as const,
  requestId: undefined,
  askedBy: ANNA,
  askedAtMs: NOW,
  jobId: newId('job', NOW),
  fileId: undefined,
  counts: undefined,
};
const erased = {
  clientId: CLIENT,
  recordId: newId('staff', NOW),
  erasedAtMs: NOW,
  readers: [STAFF],
  replacement: OTHER,
};

const cases: Readonly<Record<string, Case>> = {
  audit: {
    searcher: auditSearcher,
    row: rowOf(auditWrite(writer, { ...act, why: 'clientAsked' })),
    names: [ANNA, STAFF],
    told: ['at', 'act', 'role', 'why', 'by'],
  },
  job: {
    searcher: jobSearcher,
    row: rowOf(newJob(writer, asked).writes[0]),
    names: [ANNA],
    told: ['at', 'work', 'state'],
  },
  tombstone: {
    searcher: tombstoneSearcher,
    row: rowOf(newTombstone(erased)),
    names: [STAFF, OTHER],
    told: ['erasedAt', 'recordId'],
  },
  erasure: {
    searcher: erasureSearcher,
    row: rowOf(newErasure(anErasureRecord(confirmed))),
    names: [ANNA, BO, CAJSA],
    told: ['at', 'work', 'state'],
  },
  export: {
    searcher: exportSearcher,
    row: rowOf(newExport(exported)),
    names: [ANNA, STAFF],
    told: ['at', 'why', 'by'],
  },
};

/** A table of one row, which keeps what it was asked. */
function tableOf(row: Item): { app: App; asked: PageQuery[] } {
  const queries: PageQuery[] = [];
  const db = {
    async query(query: PageQuery) {
      queries.push(query);
      return { items: [row], next: undefined };
    },
    read: async () => new Found(),
  };
  return { app: { clock, db } as unknown as App, asked: queries };
}

const questFor = (ids: readonly string[]) =>
  ({
    staffIds: new Set(ids.filter((id) => id.startsWith('stf_'))),
    userIds: new Set(ids.filter((id) => id.startsWith('usr_'))),
  }) as unknown as Quest;

/** Of rows that were written before the audit told of every act. */
const ofOlderRows = ['staffId'];

describe.each(Object.entries(cases))('a row of the store %s', (_, { searcher, row, names, told }) => {
  test('has every attribute that it is asked by', async () => {
    const { app, asked: queries } = tableOf(row);

    await searcher.page(app, CLIENT, questFor(names), undefined);

    const attributes = Object.values(queries[0]?.filter?.names ?? {}).filter((name) => name !== 'ttl');
    expect(attributes.length).toBeGreaterThan(0);
    expect(attributes.filter((name) => !(name in row) && !ofOlderRows.includes(name))).toEqual([]);
  });

  test('is found by everybody whom it names, and by nobody else', async () => {
    const { app } = tableOf(row);

    const { records } = await searcher.page(app, CLIENT, questFor([...names, newId('user', 1)]), undefined);

    expect(records.map(({ recordId }) => recordId).sort()).toEqual([...names].sort());
  });

  test('is told with what there is to tell', async () => {
    const { app } = tableOf(row);

    const page = await searcher.rows?.(app, CLIENT, questFor(names), names[0] ?? '', undefined);

    const fields = page?.records[0]?.fields ?? [];
    expect(fields.map(({ name }) => name).slice(1)).toEqual(told);
    expect(fields.filter(({ value }) => value === 'undefined')).toEqual([]);
  });
});
