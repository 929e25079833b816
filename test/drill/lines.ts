// The verdict of the drill, line by line: what was there at T, what became of it, what opens now, and what was sent.
import { isDeepStrictEqual } from 'node:util';
import type { MessageView } from '#messages/schema.ts';
import type { Finding, JournalEntry } from '#restore/app.ts';
import type { Item } from '#shared/found.ts';
import type { Seen } from '#test/drill/look.ts';
import type { Since } from '#test/drill/since.ts';
import type { Then } from '#test/drill/then.ts';
import type { Traffic } from '#test/drill/traffic.ts';

export interface Line {
  what: string;
  atT: number;
  changedSince: number;
  erasedSince: number;
  opened: number;
  notOpened: number;
  sends: number;
  /** What does not hold; empty where all does. */
  faults: string[];
}

interface Outcome {
  then: Then;
  since: Since;
  seenThen: Seen;
  seenNow: Seen;
  /** Every item of the restored table, after the traffic. */
  records: readonly Item[];
  journal: readonly JournalEntry[];
  traffic: Traffic;
  lists: readonly { route: string; status: number }[];
  /** How it was answered to make anew what came after T: a user, machine clients. */
  madeAgain: readonly number[];
}

interface Kind {
  what: string;
  all: readonly string[];
  erased: readonly string[];
  changed: readonly string[];
  /** Where a change closes the record, it is to be in the journal. */
  changedAre?: Finding;
}

export function linesOf(outcome: Outcome): Line[] {
  const { staff, clients, users, machines, messages } = outcome.then;
  const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id);
  const fated = (...fates: string[]) => ids(messages.filter(({ fate }) => fates.includes(fate)));
  const kinds: Kind[] = [
    {
      what: 'Clients',
      all: ids(Object.values(clients)),
      erased: [],
      changed: [clients.changed.id],
      changedAre: 'toFillIn',
    },
    {
      what: 'Staff members',
      all: ids(Object.values(staff).flat()),
      erased: ids([...staff.erased, ...staff.erasedUntold]),
      changed: ids([...staff.changed, ...staff.absent]),
      changedAre: 'toFillIn',
    },
    {
      what: 'Members of a client',
      all: ids(Object.values(users)),
      erased: ids([users.ended, users.endedUntold, users.elsewhere]),
      changed: [],
    },
    {
      what: 'Machine clients',
      all: Object.values(machines).map(({ machineId }) => machineId),
      erased: [machines.deleted.machineId],
      changed: [],
    },
    {
      what: 'Messages',
      all: ids(messages),
      erased: fated('erased', 'erasedUntold', 'expired'),
      changed: fated('noteChanged', 'handled', 'sentOn'),
    },
  ];
  return [
    ...kinds.map((kind) => lineOf(kind, outcome)),
    tombstoneLine(outcome),
    deliveryLine(outcome),
    listLine(outcome),
    sinceLine(outcome),
    freshLine(outcome),
  ];
}

const none = { atT: 0, changedSince: 0, erasedSince: 0, opened: 0, notOpened: 0, sends: 0 };

/** All that is not erased opens as it was, but for what a change has closed; nothing opens that is erased. */
function lineOf({ what, all, erased, changed, changedAre }: Kind, { seenThen, seenNow, journal }: Outcome): Line {
  const opened = all.filter((id) => seenNow.views.get(id) !== undefined);
  const mayStayShut = new Set([...erased, ...(changedAre ? changed : [])]);
  const noted = new Set(journal.filter(({ finding }) => finding === changedAre).map(({ recordId }) => recordId));
  const living = all.filter((id) => !mayStayShut.has(id));
  return {
    what,
    atT: all.length,
    changedSince: changed.length,
    erasedSince: erased.length,
    opened: opened.length,
    notOpened: all.length - opened.length,
    sends: 0,
    faults: [
      ...all
        .filter((id) => seenThen.views.get(id) === undefined)
        .map((id) => `${id} did not open at T: the drill is wrong`),
      ...erased.filter((id) => seenNow.views.get(id) !== undefined).map((id) => `${id} is erased, and opens`),
      ...living.flatMap((id) => faultOf(id, seenThen.views.get(id), seenNow.views.get(id))),
      ...(changedAre ? changed.filter((id) => !noted.has(id)).map((id) => `${id} is not listed as ${changedAre}`) : []),
      ...[...noted]
        .filter((id) => !changed.includes(id) && all.includes(id))
        .map((id) => `${id} is listed for nothing`),
    ],
  };
}

/** What may differ: how deliveries stand, a note that was changed since, an end that was brought forward, versions. */
function faultOf(id: string, then: object | undefined, now: object | undefined): string[] {
  if (now === undefined) return [`${id} does not open`];
  const same = (view: object | undefined) => ({ ...view, deliveries: 0, note: 0, expiresAt: 0, version: 0 });
  return isDeepStrictEqual(same(then), same(now)) ? [] : [`${id} is not as it was`];
}

function tombstoneLine({ then, records }: Outcome): Line {
  const erased = [
    ...then.messages.filter(({ fate }) => ['erased', 'erasedUntold', 'expired'].includes(fate)),
    ...then.staff.erased,
    ...then.staff.erasedUntold,
  ];
  const stones = new Set(records.filter(({ kind }) => kind === 'tombstone').map(({ sk }) => sk));
  const without = erased.filter(({ id }) => !stones.has(id));
  return {
    ...none,
    what: 'Tombstones of messages and staff members',
    erasedSince: erased.length,
    notOpened: erased.length - without.length,
    faults: without.map(({ id }) => `${id} has no tombstone`),
  };
}

/** Each that was under way at T and whose message lives is unknown, has one task, and was not sent. */
function deliveryLine({ then, seenThen, records, journal, traffic }: Outcome): Line {
  const living = new Set(
    then.messages.filter(({ fate }) => !['erased', 'erasedUntold', 'expired'].includes(fate)).map(({ id }) => id),
  );
  const views = then.messages.map(({ id }) => seenThen.views.get(id) as MessageView);
  const all = views.flatMap(({ id: messageId, deliveries }) => deliveries.map((one) => ({ ...one, messageId })));
  const underWay = all.filter(({ state }) => ['held', 'queued', 'sending'].includes(state));
  const expected = underWay.filter(({ messageId }) => living.has(messageId));
  const now = new Map(records.filter(({ kind }) => kind === 'delivery').map((item) => [item.sk as string, item]));
  const tasks = Map.groupBy(
    records.filter(({ kind }) => kind === 'task'),
    ({ deliveryId }) => deliveryId as string,
  );
  const known = new Set(all.map(({ id }) => id));
  const sent = traffic.sent.filter((id) => known.has(id));
  const settled = expected.filter(({ id }) => now.get(id)?.state === 'unknown' && tasks.get(id)?.length === 1);
  const expectedIds = new Set(expected.map(({ id }) => id));
  const noted = new Set(journal.filter(({ finding }) => finding === 'unknown').map(({ recordId }) => recordId));
  return {
    ...none,
    what: 'Deliveries under way: unknown, with a task',
    atT: underWay.length,
    erasedSince: underWay.length - expected.length,
    opened: settled.length,
    notOpened: expected.length - settled.length,
    sends: sent.length,
    faults: [
      ...sent.map((id) => `${id} was sent`),
      ...expected
        .filter((one) => !settled.includes(one))
        .map(({ id }) => `${id} is ${now.get(id)?.state}, with ${tasks.get(id)?.length ?? 0} tasks`),
      ...[...tasks.keys()].filter((id) => !expectedIds.has(id)).map((id) => `${id} has a task for nothing`),
      ...all
        .filter((one) => living.has(one.messageId) && !expectedIds.has(one.id))
        .filter(({ id, state }) => now.get(id)?.state !== state)
        .map(({ id }) => `${id} was final, and is ${now.get(id)?.state}`),
      ...expected.filter(({ id }) => !noted.has(id)).map(({ id }) => `${id} is not in the journal`),
      ...[...now.values()]
        .filter(({ duePk, sk }) => duePk !== undefined && !traffic.fresh.includes(sk as string))
        .map(({ sk }) => `${sk} is still due`),
    ],
  };
}

function listLine({ lists, seenNow: { broken } }: Outcome): Line {
  const shut = lists.filter(({ status }) => status !== 200);
  return {
    ...none,
    what: 'Lists, each by all who may read it; single records',
    atT: lists.length,
    opened: lists.length - shut.length,
    notOpened: shut.length,
    faults: [...shut.map(({ route, status }) => `${route} answers ${status}`), ...broken],
  };
}

/** What came after T is lost with the table; it is to be known which messages, and nothing may be in the way of anew. */
function sinceLine({ since, journal, madeAgain }: Outcome): Line {
  const listed = new Set(journal.filter(({ finding }) => finding === 'takenSince').map(({ recordId }) => recordId));
  const unlisted = since.messages.filter(({ id }) => !listed.has(id));
  return {
    ...none,
    what: 'Messages taken since: lost, and listed',
    notOpened: since.messages.length - unlisted.length,
    faults: [
      ...unlisted.map(({ id }) => `${id} is lost, and not listed`),
      ...madeAgain.filter((status) => status !== 201).map((status) => `what came since cannot be made anew: ${status}`),
    ],
  };
}

/** The control: that nothing is sent would be easy where nothing can be. */
function freshLine({ traffic: { sent, fresh } }: Outcome): Line {
  const missing = fresh.filter((id) => sent.filter((one) => one === id).length !== 1);
  return {
    ...none,
    what: 'Deliveries of new messages: sent once',
    opened: fresh.length - missing.length,
    notOpened: missing.length,
    sends: sent.filter((id) => fresh.includes(id)).length,
    faults: [...missing.map((id) => `${id} was not sent once`), ...(fresh.length === 0 ? ['there were none'] : [])],
  };
}
