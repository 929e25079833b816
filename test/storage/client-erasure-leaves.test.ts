// What is left of a client when it has been erased: the stores that the certificate lists, each with an end, and no other.
import { beforeEach, expect, test, vi } from 'vitest';
import { pointToDelivery } from '#deliveries/receipt-pointer.ts';
import type { KeptKind } from '#erasures/codes.ts';
import { newExport } from '#exports/store.ts';
import { newJob } from '#jobs/job.ts';
import { beginFile } from '#jobs/make-file.ts';
import { tendFiles } from '#jobs/tend-files.ts';
import { findingItem } from '#requests/findings.ts';
import { newRequest } from '#requests/store.ts';
import { tendRequests } from '#requests/tend-requests.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import { type Kind, listKeys } from '#shared/tables.ts';
import { aRequest } from '#test/support/builders/requests.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { memoryHandouts } from '#test/support/memory-handouts.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const DAY_MS = 86_400_000;
/** Beside what is listed: what is remembered for some days only, by ids, and cannot be found by the client. */
const someDays = { idempotency: 1, receipt: 4 } as const;
const listed: Readonly<Partial<Record<Kind, KeptKind>>> = {
  agreement: 'agreements',
  request: 'requests',
  finding: 'requests',
  erasure: 'erasures',
  certificate: 'certificates',
  audit: 'audit',
  tombstone: 'tombstones',
  closedDay: 'evidence',
  job: 'jobs',
};

const engine = useEngine();
let world: ErasingWorld;
let client: FullClient;
let other: string;
const handouts = memoryHandouts();

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  other = (await world.aClient()).body.id;
  client = await aFullClient(world, other);
});

const idOf = (kind: Parameters<typeof newId>[0]) => newId(kind, world.clock.nowMs());

/** A request with a finding and a report, an export with its file, jobs, and the pointer of an SMS: as their stores write them. */
async function aPrivacyDesk(clientId: string): Promise<string> {
  const app = { ...world.app, handouts };
  const nowMs = world.clock.nowMs();
  const requestId = idOf('request');
  const received = new Date(nowMs).toISOString();
  const finding = {
    requestId,
    store: 'message',
    recordId: client.messageIds[0] ?? '',
    home: clientId,
    as: ['caller' as const],
    how: ['phone' as const],
    doubtful: false,
    decision: 'include' as const,
    third: 'none' as const,
    jobId: idOf('job'),
  };
  await app.db.commit([
    ...newRequest(aRequest(received, { id: requestId, clientId })).writes,
    { table: 'records', put: findingItem(clientId, finding, nowMs) },
  ]);
  const exportId = idOf('export');
  const askedBy = client.onlyHere;
  const ordered = newJob(app, { clientId, work: 'export', refId: exportId, askedBy });
  const asked = { what: ['register' as const], days: 7, protectedStaff: client.staffIds, why: 'clientAsked' as const };
  await app.db.commit([
    ...ordered.writes,
    ...newJob(app, { clientId, work: 'letter', refId: `requestReceived.${requestId}`, askedBy }).writes,
    newExport({
      ...asked,
      id: exportId,
      clientId,
      requestId: undefined,
      askedBy,
      askedAtMs: nowMs,
      jobId: ordered.jobId,
      fileId: undefined,
      counts: undefined,
    }),
  ]);
  const ends = { endsAtMs: nowMs + 7 * DAY_MS };
  for (const plan of [
    { what: 'export' as const, refId: exportId, format: 'zip' as const },
    { what: 'report' as const, refId: requestId, format: 'pdf' as const },
  ]) {
    const file = await beginFile(app, { clientId, name: 'x', ...plan, ...ends });
    await file.write(Buffer.from('Annas hemlighet'));
    await file.finish();
  }
  const order = { clientId, messageId: client.messageIds[0] ?? '', deliveryId: idOf('delivery') };
  await pointToDelivery(app, 'sns-1', order as never);
  return requestId;
}

/** Half a quarter of an hour for what is in flight, then the job, and what is due. */
async function erased(clientId: string): Promise<void> {
  await world.end(clientId);
  await world.eraseClient(clientId);
  world.clock.advance(6 * 60_000);
  await world.job();
  await tendFiles({ ...world.app, handouts }, () => true);
}

const leftOf = async (clientId: string): Promise<Item[]> =>
  (await rawItems(world, 'records')).filter((item) => JSON.stringify(item).includes(clientId));

test('only the stores that its certificate lists hold rows of it, and each row has an end', async () => {
  await aPrivacyDesk(client.id);
  await aPrivacyDesk(other);
  const ofOther = (await leftOf(other)).length;

  await erased(client.id);

  const left = await leftOf(client.id);
  const kept = new Map((await world.progress(client.id)).body.kept.map(({ kind, until }) => [kind, until]));
  const unlisted = left.filter(({ kind }) => {
    const as = listed[kind as Kind];
    return !((kind as string) in someDays) && (as === undefined || !kept.has(as));
  });
  expect([...new Set(unlisted.map(({ kind }) => kind))]).toEqual([]);
  expect(new Set(left.filter(({ kind }) => kind === 'job').map(({ work }) => work))).toEqual(new Set(['letter']));
  for (const { kind, ttl, dueAt } of left) {
    const until = kept.get(listed[kind as Kind] ?? 'jobs');
    const latestSeconds = until ? toSeconds(Date.parse(until) + DAY_MS) : Number.POSITIVE_INFINITY;
    // Agreements and requests are ended by whoever tends them.
    expect([kind, ttl === undefined ? dueAt !== undefined : (ttl as number) <= latestSeconds]).toEqual([kind, true]);
  }
  expect((await leftOf(other)).length).toBeGreaterThanOrEqual(ofOther);
});

test('no key of it is left but those of what stays sealed', async () => {
  const requestId = await aPrivacyDesk(client.id);

  await erased(client.id);

  const keys = (await rawItems(world, 'registerKeys')).filter(({ pk }) => (pk as string).includes(client.id));
  const partitions = new Set(keys.map(({ pk }) => (pk as string).split('#')[0]));
  expect([...partitions].filter((name) => name !== 'AGREEMENTS')).toEqual(['REQUESTS']);
  expect(keys.map(({ sk }) => sk)).toContain(requestId);
  expect([...handouts.objects.keys()].filter((name) => name.startsWith(client.id))).toEqual([]);
});

test('what was asked of it goes when it is due, with what was found', async () => {
  await aPrivacyDesk(client.id);
  await erased(client.id);

  world.clock.advance(8 * DAY_MS);
  await runAs('tend-privacy', () => tendRequests(world.app, () => true));

  const kinds = (await leftOf(client.id)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'request' || kind === 'finding')).toEqual([]);
  const open = (await rawItems(world, 'records')).filter(({ listPk }) => listPk === listKeys.requests('open'));
  expect(open).toEqual([]);
});
