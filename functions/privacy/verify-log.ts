// Checks a log as a whole, with nothing but what was downloaded, and names the first link that is broken.
import { faultBetween, faultInDay, fingerprintOf, headOf, type LoggedDay, logOf, saidIn } from '#privacy/check-day.ts';
import { serviceLeafOf } from '#privacy/day-log.ts';

interface CheckedDay {
  day: string;
  /** Records whose erasure, or rows of the audit that are proved here: of all clients, or of the own ones. */
  records: number;
  /** Whose: how many clients' leaves were there to be looked at. */
  clients: number;
  /** How often was swept that day, 96 times where all is well; null where the leaf of the service was not there. */
  sweeps: number | null;
  /** What the day was held against. */
  against: 'all leaves' | 'own leaves' | 'head only' | 'all leaves and objects';
  fingerprint: string;
}

export interface Verdict {
  /** Oldest first, as far as the log holds. */
  days: CheckedDay[];
  /** The first broken link, with its day before it. */
  broken: string | undefined;
  /** The hash of the day before the first: what an older download must end with. Null where the log begins. */
  continues: string | null;
}

/**
 * @param days of one log, in any order; the same day twice must be the same.
 * @param trusted fingerprints of the keys that may have signed; without them any key may, as long as it fits.
 */
export function verifyLog(days: readonly LoggedDay[], trusted?: ReadonlySet<string>): Verdict {
  const checked: CheckedDay[] = [];
  let continues: string | null = null;
  let before: LoggedDay | undefined;
  for (const one of days.toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const again = before?.day === one.day ? before : undefined;
    const fault =
      faultInDay(one) ??
      faultOfKey(one, trusted) ??
      (again && again.head !== one.head ? 'the log has it twice, with different heads' : undefined) ??
      (before && !again ? faultBetween(before, one) : undefined);
    if (fault) return { days: checked, broken: `${one.day}: ${fault}`, continues };
    if (!before) continues = headOf(one).previous;
    if (!again) checked.push(summaryOf(one));
    before = one;
  }
  return { days: checked, broken: undefined, continues };
}

function faultOfKey({ publicKey }: LoggedDay, trusted: ReadonlySet<string> | undefined): string | undefined {
  const fingerprint = fingerprintOf(publicKey);
  if (!trusted || trusted.has(fingerprint)) return undefined;
  return `it is signed with the key ${fingerprint}, which is none of those that were given`;
}

function summaryOf(one: LoggedDay): CheckedDay {
  const { day, leaves, own, objects, rows, publicKey } = one;
  const log = logOf(one);
  const seen = (leaves ?? own?.map(({ leaf }) => leaf) ?? []).flatMap((leaf) => saidIn(log, leaf) ?? []);
  return {
    day,
    records: seen.reduce((sum, { count }) => sum + count, 0),
    clients: seen.length,
    sweeps: log === 'erasures' && leaves ? serviceLeafOf(leaves[0]).sweeps : null,
    against: leaves ? (objects || rows ? 'all leaves and objects' : 'all leaves') : own ? 'own leaves' : 'head only',
    fingerprint: fingerprintOf(publicKey),
  };
}
