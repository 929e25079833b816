// Looks after agreements once a day: ends those of clients that have ended, tells of what is new, and forgets after ten years.
import { endOf, keptUntil, signBefore } from '#agreements/days.ts';
import { type AgreementRow, changeAgreement, ending, forgetAgreement, NEXT_LOOK_MS, rowOf } from '#agreements/store.ts';
import { type Announced, readAnnounced } from '#agreements/sub-processors.ts';
import { CURRENT_VERSION } from '#agreements/versions.ts';
import { raiseTask } from '#attention/raise-task.ts';
import type { ClientStatus } from '#clients/client-status.ts';
import { letter } from '#letters/letter.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { clientRead } from '#shared/standing-client.ts';
import { AGREEMENT_PARTITION, ttlAttribute } from '#shared/tables.ts';
import { tendDue } from '#shared/tend-due.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const REMIND_BEFORE_MS = 14 * DAY_MS;

/** What is to be done about one agreement. */
interface Tended {
  change: Readonly<Record<string, unknown>>;
  writes?: readonly Write[];
  /** Something else than to look again tomorrow. */
  did: boolean;
}

/**
 * Costs what `tendDue` does; for each agreement one read of a unit (its client) and one transaction of 2 units and 2 for the
 * index, with 4 more for a letter or a task; and once a query of the sub-processors. Each thing is told in the
 * transaction that notes that it is told: safe to run twice, and to die at any moment.
 */
export function tendAgreements(app: App, mayGoOn: () => boolean): Promise<number> {
  let announced: Promise<Announced[]> | undefined;
  return tendDue(app, {
    partition: AGREEMENT_PARTITION,
    mayGoOn,
    failure: 'agreement-not-looked-after',
    async tend(item) {
      announced ??= readAnnounced(app);
      return tendOne(app, rowOf(item), await announced);
    },
  });
}

async function tendOne(app: App, row: AgreementRow, announced: readonly Announced[]): Promise<boolean> {
  const nowMs = app.clock.nowMs();
  const read = clientRead(row.clientId);
  const client = (await app.db.read([read])).get(read);
  if (row.ended && keptUntil(row.ended.atMs) <= nowMs) {
    await app.db.commit(forgetAgreement(row.clientId, row.id));
    return true;
  }
  const {
    change,
    writes = [],
    did,
  } = row.ended ? afterItsEnd(row, row.ended, client, nowMs) : inForce(app, row, client, announced);
  try {
    await app.db.commit([changeAgreement(row, { dueAt: nowMs + NEXT_LOOK_MS, ...change }), ...writes]);
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
    throw error;
  }
  return did;
}

const hasEnded = (client: Item | undefined) => !client || (client.status as ClientStatus) === 'ended';

/** A client that has ended may come back, as long as there is one: its agreement was never taken back. */
function afterItsEnd(
  row: AgreementRow,
  ended: NonNullable<AgreementRow['ended']>,
  client: Item | undefined,
  nowMs: number,
): Tended {
  if (ended.by === 'replacement' || !client || client.agreementId !== row.id)
    return { change: { dueAt: keptUntil(ended.atMs) }, did: false };
  if (hasEnded(client)) return { change: {}, did: false };
  return {
    change: { endedAt: undefined, endedBy: undefined, [ttlAttribute]: undefined, dueAt: nowMs + NEXT_LOOK_MS },
    did: true,
  };
}

function inForce(app: App, row: AgreementRow, client: Item | undefined, announced: readonly Announced[]): Tended {
  const nowMs = app.clock.nowMs();
  if (hasEnded(client)) return { change: { ...ending(nowMs, 'client'), dueAt: nowMs + NEXT_LOOK_MS }, did: true };
  const parts = [newerVersion(app, row), subProcessors(app, row, announced)].filter((part) => part !== undefined);
  return {
    change: Object.assign({}, ...parts.map(({ change }) => change)),
    writes: parts.flatMap(({ writes = [] }) => writes),
    did: parts.length > 0,
  };
}

/** Told of once, reminded of two weeks before the day, and when it is over somebody of the service calls. Nothing stops. */
function newerVersion(app: App, row: AgreementRow): Tended | undefined {
  if (row.version === CURRENT_VERSION) return undefined;
  const nowMs = app.clock.nowMs();
  const about = { clientId: row.clientId, refId: row.id };
  if (row.newer?.version !== CURRENT_VERSION) {
    const newer = { version: CURRENT_VERSION, toldAtMs: nowMs };
    return { change: { newer }, writes: tellOfVersion(app, row, nowMs), did: true };
  }
  const overAtMs = endOf(signBefore(row.newer.toldAtMs));
  if (nowMs >= overAtMs && row.newer.raisedAtMs === undefined)
    return {
      change: { newer: { ...row.newer, raisedAtMs: nowMs } },
      writes: raiseTask(app, { ...about, about: 'agreementOutdated' }),
      did: true,
    };
  if (nowMs < overAtMs && nowMs >= overAtMs - REMIND_BEFORE_MS && row.newer.remindedAtMs === undefined)
    return {
      change: { newer: { ...row.newer, remindedAtMs: nowMs } },
      writes: tellOfVersion(app, row, row.newer.toldAtMs),
      did: true,
    };
  return undefined;
}

const tellOfVersion = (app: App, { clientId, id }: AgreementRow, toldAtMs: number): Write[] =>
  letter(app, { clientId, to: 'admins', about: 'agreementNewVersion', refId: id, day: signBefore(toldAtMs) });

/** One letter for all that was announced since the last. */
function subProcessors(app: App, row: AgreementRow, announced: readonly Announced[]): Tended | undefined {
  const news = announced.filter(({ atMs }) => atMs > row.toldUpToMs);
  const [first] = news.map(({ holdsFrom }) => holdsFrom).sort();
  if (first === undefined) return undefined;
  return {
    change: { toldUpTo: Math.max(...news.map(({ atMs }) => atMs)) },
    writes: letter(app, {
      clientId: row.clientId,
      to: 'admins',
      about: 'subProcessorChange',
      refId: row.id,
      day: first,
    }),
    did: true,
  };
}
