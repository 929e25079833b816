// What the browser keeps: sealed in IndexedDB under one key a person, that cannot be taken out, for twelve hours.
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export const KEPT_MS = 12 * 60 * 60 * 1000;

type Kind = 'draft' | 'outbox' | 'desk' | 'pad' | 'call';

interface KeptRow {
  /** Without anything of the content: `draft:desk:cli_…`. */
  id: string;
  kind: Kind;
  owner: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
  endsAt: number;
}

interface Kept extends DBSchema {
  keys: { key: string; value: { owner: string; key: CryptoKey; madeAt: number } };
  kept: { key: [string, string]; value: KeptRow; indexes: { endsAt: number; owner: string } };
}

/** The name of a person's key: it tells nobody whose it is. */
async function ownerOf(subject: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subject));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const open = (): Promise<IDBPDatabase<Kept>> =>
  openDB<Kept>('answeronline', 1, {
    upgrade(database) {
      database.createObjectStore('keys', { keyPath: 'owner' });
      const kept = database.createObjectStore('kept', { keyPath: ['owner', 'id'] });
      kept.createIndex('endsAt', 'endsAt');
      kept.createIndex('owner', 'owner');
    },
  });

/** Takes away what is over, whoever it belonged to: at start, each minute, and before each reading. */
async function purgeIn(database: IDBPDatabase<Kept>, nowMs: number): Promise<void> {
  const transaction = database.transaction(['kept', 'keys'], 'readwrite');
  const kept = transaction.objectStore('kept');
  for await (const cursor of kept.index('endsAt').iterate(IDBKeyRange.upperBound(nowMs))) await cursor.delete();
  const owners = new Set((await kept.getAll()).map(({ owner }) => owner));
  const keys = transaction.objectStore('keys');
  // A key that was made just now has nothing to open yet.
  for (const { owner, madeAt } of await keys.getAll())
    if (!owners.has(owner) && madeAt + KEPT_MS <= nowMs) await keys.delete(owner);
  await transaction.done;
}

export async function purge(nowMs: number): Promise<void> {
  const database = await open();
  await purgeIn(database, nowMs);
  database.close();
}

export async function countRows(kind: Kind, nowMs: number): Promise<number> {
  const database = await open();
  const rows = await database.getAll('kept');
  database.close();
  return rows.filter((row) => row.kind === kind && row.endsAt > nowMs).length;
}

/** One person's part of the store. */
export class KeptStore {
  readonly #database: IDBPDatabase<Kept>;
  readonly #owner: string;
  readonly #nowMs: () => number;
  #isForgotten = false;

  private constructor(database: IDBPDatabase<Kept>, owner: string, nowMs: () => number) {
    this.#database = database;
    this.#owner = owner;
    this.#nowMs = nowMs;
  }

  static async openFor(subject: string, nowMs: () => number): Promise<KeptStore> {
    const database = await open();
    await purgeIn(database, nowMs());
    return new KeptStore(database, await ownerOf(subject), nowMs);
  }

  async #key(): Promise<CryptoKey> {
    const known = await this.#database.get('keys', this.#owner);
    if (known) return known.key;
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    const transaction = this.#database.transaction('keys', 'readwrite');
    // Another tab of the same person may have been faster: there is one key.
    const standing = await transaction.store.get(this.#owner);
    if (!standing && !this.#isForgotten)
      await transaction.store.put({ owner: this.#owner, key, madeAt: this.#nowMs() });
    await transaction.done;
    return standing?.key ?? key;
  }

  /** @param sinceMs when it was written first: an item that waits does not live longer by being tried. */
  async put(kind: Kind, id: string, value: unknown, sinceMs = this.#nowMs()): Promise<void> {
    await this.#seal({ id, kind, endsAt: sinceMs + KEPT_MS }, value, () => true);
  }

  /** Only where it lies here still. @returns whether it does. */
  putAgain(kind: Kind, id: string, value: unknown, sinceMs: number): Promise<boolean> {
    return this.#seal({ id, kind, endsAt: sinceMs + KEPT_MS }, value, (before) => before !== undefined);
  }

  async #seal(
    row: Pick<KeptRow, 'id' | 'kind' | 'endsAt'>,
    value: unknown,
    may: (before: KeptRow | undefined) => boolean,
  ): Promise<boolean> {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const key = await this.#key();
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: this.#bound(row.id) },
      key,
      plain,
    );
    const transaction = this.#database.transaction(['keys', 'kept'], 'readwrite');
    // Signing out, here or in another tab, takes the key: what was sealed under it a moment ago is not put back.
    const isOwned = !this.#isForgotten && (await transaction.objectStore('keys').get(this.#owner)) !== undefined;
    const kept = transaction.objectStore('kept');
    const isSealed = isOwned && may(await kept.get([this.#owner, row.id]));
    if (isSealed) await kept.put({ ...row, owner: this.#owner, iv, sealed });
    // A page that goes away now takes back what was not committed.
    transaction.commit();
    await transaction.done;
    return isSealed;
  }

  async get<T>(id: string): Promise<{ value: T; writtenAtMs: number } | undefined> {
    await purgeIn(this.#database, this.#nowMs());
    const row = await this.#database.get('kept', [this.#owner, id]);
    return row && this.#opened<T>(row);
  }

  /** All of a kind, oldest first. */
  async all<T>(kind: Kind): Promise<{ id: string; value: T; writtenAtMs: number }[]> {
    await purgeIn(this.#database, this.#nowMs());
    const rows = (await this.#database.getAllFromIndex('kept', 'owner', this.#owner)).filter(
      (row) => row.kind === kind,
    );
    const opened = await Promise.all(
      rows.map(async (row) => {
        const one = await this.#opened<T>(row);
        return one && { id: row.id, ...one };
      }),
    );
    return opened.filter((one) => one !== undefined).sort((one, other) => one.writtenAtMs - other.writtenAtMs);
  }

  async #opened<T>({ id, iv, sealed, endsAt }: KeptRow): Promise<{ value: T; writtenAtMs: number } | undefined> {
    const known = await this.#database.get('keys', this.#owner);
    if (!known) return undefined;
    try {
      const algorithm = { name: 'AES-GCM', iv, additionalData: this.#bound(id) };
      const plain = await crypto.subtle.decrypt(algorithm, known.key, sealed);
      return { value: JSON.parse(new TextDecoder().decode(plain)) as T, writtenAtMs: endsAt - KEPT_MS };
    } catch {
      // Of a key that is gone: nothing of it can be read any more, by anybody.
      await this.delete(id);
      return undefined;
    }
  }

  delete(id: string): Promise<void> {
    return this.#database.delete('kept', [this.#owner, id]);
  }

  /** For one alone, of all the tabs. @returns whether it was there. */
  async take(id: string): Promise<boolean> {
    const transaction = this.#database.transaction('kept', 'readwrite');
    const row = await transaction.store.get([this.#owner, id]);
    if (row) await transaction.store.delete([this.#owner, id]);
    await transaction.done;
    return row !== undefined;
  }

  /** Nothing of this person is left: the key first, then what it opened. */
  async forget(): Promise<void> {
    this.#isForgotten = true;
    await this.#database.delete('keys', this.#owner);
    const transaction = this.#database.transaction('kept', 'readwrite');
    for await (const cursor of transaction.store.index('owner').iterate(this.#owner)) await cursor.delete();
    await transaction.done;
  }

  /** A row that is put in another's place does not open. */
  #bound(id: string): Uint8Array<ArrayBuffer> {
    return new TextEncoder().encode(`${this.#owner} ${id}`);
  }
}
