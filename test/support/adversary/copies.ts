// The adversary's shelves: copies of everything, by the store of the register that each was taken from.
import { hash } from 'node:crypto';
import type { Store } from '#lib/store.ts';
import { stores } from '#lib/stores.ts';
import { finderOf } from '#test/support/adversary/find-secrets.ts';
import {
  type FileKind,
  isPacked,
  type OpenedFile,
  openedFiles,
  readFile,
  type SealedFile,
  sealedFilesIn,
} from '#test/support/adversary/sealed-files.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import {
  decrypt,
  KEY_BYTES,
  type KeyRing,
  keyRing,
  mayBeKey,
  mayBeSealed,
  unsealed,
} from '#test/support/adversary/unseal.ts';

export type StoreId = keyof typeof stores;

export interface Copies {
  /** What is had for good. @param kept text, bytes, or a value with either in it. */
  keep(store: StoreId, kept: unknown): void;
  /** What passes through a store without history: seen now, not had later. */
  pass(store: StoreId, kept: unknown): void;
  /** What stands in a store without history, instead of what stood there before. */
  stand(store: StoreId, kept: readonly unknown[]): void;
  /** Secrets that stand open where their class may not be: `functionLogs: anna createStaffMember name`. */
  strays(secrets: readonly Secret[]): string[];
  /** The values that stand open in stores from which they can be had later. */
  open(secrets: readonly Secret[]): Set<string>;
  /** The values that can be had later: open, or with one of these keys, or with one that was left lying somewhere. */
  recover(secrets: readonly Secret[], keys: readonly Uint8Array[]): Promise<Set<string>>;
  /** Those of them that files alone tell, sealed ones that these keys open; by what kind of file it is. */
  inFiles(secrets: readonly Secret[], keys: readonly Uint8Array[]): Promise<Record<FileKind, Set<string>>>;
}

type Shelves = Map<StoreId, Map<string, Buffer>>;

/** What is handed to others, and what is gone in seconds, is not ours to have later. */
const outOfOurHands: readonly Store['kept'][] = ['seconds', 'othersDecide', 'untilRemovedByHand'];
const isOurs = (store: StoreId) => !outOfOurHands.includes(stores[store].kept);

export function copiesShelf(): Copies {
  const kept: Shelves = new Map();
  const passed: Shelves = new Map();
  const standing: Shelves = new Map();

  function put(shelves: Shelves, store: StoreId, value: unknown): void {
    const parts = shelves.get(store) ?? new Map<string, Buffer>();
    shelves.set(store, parts);
    for (const part of partsOf(value)) parts.set(part.toString('latin1'), part);
  }
  /** What lies in several stores, as a file of the runner's that holds them all, once. */
  const partsLater = () => [
    ...new Map([...kept, ...standing].flatMap(([store, parts]) => (isOurs(store) ? [...parts] : []))).values(),
  ];

  /** What there is to be tried, with every key that there is. */
  function attackWith(keys: readonly Uint8Array[]) {
    const parts = partsLater();
    const all = [...parts, ...parts.flatMap(inText)];
    const everyKey = distinct([...keys, ...all.filter(mayBeKey)]);
    const sealed = distinct(all.filter(mayBeSealed));
    const sealedFiles = distinctFiles(all.flatMap(sealedFilesIn));
    const segments = sealedFiles.flatMap((file) => file.slice(0, 1));
    const ring: KeyRing = keyRing([...sealed, ...segments], { paired: distinct(keys), single: everyKey });
    return { all, everyKey, sealed, ring, files: [...openedFiles(sealedFiles, ring), ...all.filter(isPacked)] };
  }

  return {
    keep: (store, value) => put(kept, store, value),
    pass: (store, value) => put(passed, store, value),
    stand(store, values) {
      standing.delete(store);
      for (const value of values) put(standing, store, value);
    },
    strays: (secrets) =>
      [...kept, ...passed, ...standing].flatMap(([store, parts]) => {
        const { holds } = stores[store];
        const foreign = secrets.filter(({ classes }) => !classes.some((one) => holds.includes(one)));
        const found = valuesIn(foreign, parts.values());
        return foreign.filter(({ value }) => found.has(value)).map(({ of, leaf }) => `${store}: ${of} ${leaf}`);
      }),
    open: (secrets) => valuesIn(secrets, partsLater()),
    async recover(secrets, keys) {
      const { all, sealed, everyKey, ring, files } = attackWith(keys);
      const jointly = sealed.flatMap((bytes) => ring.keysOf(bytes).map((key) => decrypt(bytes, key)));
      const read = (await readAll(files)).flatMap(({ texts }) => texts);
      return new Set([all, unsealed(sealed, everyKey), jointly, read].flatMap((some) => [...valuesIn(secrets, some)]));
    },
    async inFiles(secrets, keys) {
      const files = await readAll(attackWith(keys).files);
      const of = (kind: FileKind) => files.flatMap((file) => (file.kind === kind ? file.texts : []));
      return {
        zip: valuesIn(secrets, of('zip')),
        pdf: valuesIn(secrets, of('pdf')),
        text: valuesIn(secrets, of('text')),
      };
    },
  };
}

function valuesIn(secrets: readonly Secret[], parts: Iterable<Uint8Array>): Set<string> {
  const finder = finderOf([...new Set(secrets.map(({ value }) => value))]);
  const found = new Set<string>();
  for (const part of parts) finder.find(part, found);
  return found;
}

const distinct = (all: readonly Uint8Array[]): Uint8Array[] => [
  ...new Map(all.map((bytes) => [Buffer.from(bytes).toString('latin1'), bytes])).values(),
];

const distinctFiles = (files: readonly SealedFile[]): SealedFile[] => [
  ...new Map(files.map((file) => [Buffer.concat(file).toString('latin1'), file])).values(),
];

/** A paper is read once, however often it is found. */
const papersRead = new Map<string, Promise<OpenedFile>>();

function readAll(files: readonly Buffer[]): Promise<OpenedFile[]> {
  const reading = files.map((file) => {
    const name = hash('sha256', file);
    const read = papersRead.get(name) ?? readFile(file);
    papersRead.set(name, read);
    return read;
  });
  return Promise.all(reading);
}

/** A value's JSON without its bytes, and each run of bytes in it by itself. */
function partsOf(kept: unknown): Buffer[] {
  if (kept instanceof Uint8Array) return [Buffer.from(kept)];
  if (typeof kept === 'string') return [Buffer.from(kept)];
  const runs: Buffer[] = [];
  const withoutBytes = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Uint8Array) return void runs.push(Buffer.from(value));
    if (Array.isArray(value)) return value.map(withoutBytes);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutBytes(inner)]));
  };
  const text = JSON.stringify(withoutBytes(kept)) ?? '';
  return [Buffer.from(text), ...runs];
}

const BASE64 = /[A-Za-z0-9+/_-]{43,}={0,2}/g;
const HEX = /(?:[0-9a-f]{2}){32,}/gi;

/** Bytes that stand in text as base64 or hex: sealed values and keys among them. */
function inText(part: Buffer): Buffer[] {
  if (part.length <= KEY_BYTES || part.includes(0)) return [];
  const text = part.toString('latin1');
  return [
    ...Array.from(text.matchAll(BASE64), ([run]) => Buffer.from(run, 'base64')),
    ...Array.from(text.matchAll(HEX), ([run]) => Buffer.from(run, 'hex')),
  ];
}
