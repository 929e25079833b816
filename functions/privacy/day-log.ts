// The leaves of a day of the erasure log: what was kept that day, in sum.
import * as z from 'zod/mini';
import { hashOf } from '#privacy/merkle.ts';
import { rfc3339 } from '#shared/clock.ts';
import { type Erasure, erasedObject, type SweepObject, sweepObject } from '#shared/evidence.ts';
import { lazy } from '#shared/route.ts';

/** An object of the evidence as it stands there. */
export interface KeptObject {
  name: string;
  text: string;
}

/** The service's part of a day: that the sweeps ran, and what they found, over all clients. */
const ServiceLeaf = lazy(() =>
  z.object({
    service: z.literal(true),
    sweeps: z.int(),
    unfinished: z.int(),
    failures: z.int(),
    erased: z.int(),
    /** The most that one sweep found; likewise the next. */
    disagreeing: z.int(),
    expiredButLive: z.int(),
    /** When the message was taken whose key was the oldest of those that the sweeps of the day found next to go. */
    oldestLiveKey: z.nullable(z.string()),
    /** SHA-256, base64url, of a line `<name> <hash of its text>` with its line break for each object, by name. */
    objects: z.string(),
  }),
);
type ServiceLeaf = z.infer<ReturnType<typeof ServiceLeaf>>;

/** A client's part of a day. Leaves and heads are texts: hashed, signed and given out as they stand, never written anew. */
const ClientLeaf = lazy(() =>
  z.object({
    /** `service` for accounts of users. */
    clientId: z.string(),
    erased: z.int(),
    /** SHA-256, base64url, of a line `<recordId> <when, RFC 3339>` with its line break for each record, by id. */
    records: z.string(),
  }),
);
type ClientLeaf = z.infer<ReturnType<typeof ClientLeaf>>;

/**
 * The leaves of a day, whatever the order of its objects: that of the service, then one for each client with erasures, by id.
 * @throws Error that names the object that is none of the evidence.
 */
export function leavesOf(objects: readonly KeptObject[]): string[] {
  const sweeps: SweepObject[] = [];
  const erasures: Erasure[] = [];
  for (const object of objects) {
    const parsed = parseObject(object);
    if (parsed.kind === 'sweep') sweeps.push(parsed);
    else erasures.push(...parsed.erasures);
  }
  return [serviceLeaf(objects, sweeps), ...clientLeaves(erasures)];
}

const keptObject = lazy(() => z.discriminatedUnion('kind', [sweepObject(), erasedObject()]));

function parseObject({ name, text }: KeptObject) {
  try {
    return keptObject().parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${name} is no object of the evidence`, { cause });
  }
}

function serviceLeaf(objects: readonly KeptObject[], sweeps: readonly SweepObject[]): string {
  const sum = (count: (sweep: SweepObject) => number) => sweeps.reduce((total, one) => total + count(one), 0);
  const most = (count: (sweep: SweepObject) => number) => Math.max(0, ...sweeps.map(count));
  const takenAt = sweeps.flatMap(({ oldestLiveKey }) => oldestLiveKey?.takenAt ?? []);
  return JSON.stringify({
    service: true,
    sweeps: sweeps.length,
    unfinished: sum(({ finished }) => (finished ? 0 : 1)),
    failures: sum(({ failures }) => failures),
    erased: sum(({ erased }) => erased),
    disagreeing: most(({ disagreeing }) => disagreeing),
    expiredButLive: most(({ expiredButLive }) => expiredButLive),
    oldestLiveKey: takenAt.toSorted()[0] ?? null,
    // Its hash is on the path of a client admin: with the random ids of these names nobody can guess the counts behind it.
    objects: hashOf(linesOf(objects.map(({ name, text }) => [name, hashOf(text)]))),
  } satisfies ServiceLeaf);
}

function clientLeaves(erasures: readonly Erasure[]): string[] {
  const byClient = Map.groupBy(erasures, ({ clientId }) => clientId);
  const ids = [...byClient.keys()].toSorted();
  return ids.map((clientId) => {
    const earliest = new Map<string, number>();
    // A sweep that dies may tell of the same record again.
    for (const { recordId, erasedAtMs } of byClient.get(clientId) ?? [])
      earliest.set(recordId, Math.min(erasedAtMs, earliest.get(recordId) ?? erasedAtMs));
    const records = [...earliest].map(([recordId, atMs]): Line => [recordId, rfc3339(atMs)]);
    return JSON.stringify({
      clientId,
      erased: records.length,
      records: hashOf(linesOf(records)),
    } satisfies ClientLeaf);
  });
}

type Line = readonly [id: string, what: string];

const linesOf = (lines: readonly Line[]): string =>
  lines
    .map(([id, what]) => `${id} ${what}\n`)
    .toSorted()
    .join('');

/** @throws where it is another. */
export const serviceLeafOf = (leaf: string | undefined): ServiceLeaf => ServiceLeaf().parse(JSON.parse(leaf ?? ''));

/** @returns undefined for the leaf of the service. @throws where it is no leaf. */
export function clientLeafOf(leaf: string): ClientLeaf | undefined {
  const parsed = JSON.parse(leaf);
  return parsed?.service === true ? undefined : ClientLeaf().parse(parsed);
}
