// The verdict of the drill, line by line: what was there at T, what became of it, and what opens now.
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '#restore/app.ts';
import { type Line, nothing, type Outcome } from '#test/drill/outcome.ts';
import { deliveryLine, freshLine } from '#test/drill/sending-lines.ts';

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
      changed: [users.promoted.id],
      changedAre: 'roleOfThen',
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
    ...nothing,
    what: 'Tombstones of messages and staff members',
    erasedSince: erased.length,
    notOpened: erased.length - without.length,
    faults: without.map(({ id }) => `${id} has no tombstone`),
  };
}

function listLine({ lists, seenNow: { broken } }: Outcome): Line {
  const shut = lists.filter(({ status }) => status !== 200);
  return {
    ...nothing,
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
    ...nothing,
    what: 'Messages taken since: lost, and listed',
    notOpened: since.messages.length - unlisted.length,
    faults: [
      ...unlisted.map(({ id }) => `${id} is lost, and not listed`),
      ...madeAgain.filter((status) => status !== 201).map((status) => `what came since cannot be made anew: ${status}`),
    ],
  };
}
