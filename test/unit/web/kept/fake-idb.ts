// IndexedDB as far as the store needs it, in memory: what lies in it can be looked at, as somebody with the disk would.
interface Row {
  id?: string;
  kind?: string;
  owner: string;
  endsAt?: number;
  sealed?: ArrayBuffer;
  [field: string]: unknown;
}

/** A value as `structuredClone` would keep it; keys of the browser cannot be taken apart, and stay as they are. */
const rows: Record<'keys' | 'kept', Map<string, Row>> = { keys: new Map(), kept: new Map() };
const keyOf = (key: unknown): string => JSON.stringify(key);
const own: Record<'keys' | 'kept', (row: Row) => unknown> = {
  keys: ({ owner }) => owner,
  kept: ({ owner, id }) => [owner, id],
};

function storeOf(name: 'keys' | 'kept') {
  const all = rows[name];
  const cursors = (fits: (row: Row) => boolean) =>
    (async function* iterate() {
      for (const [key, row] of [...all]) if (fits(row)) yield { delete: async () => void all.delete(key), value: row };
    })();
  return {
    get: async (key: unknown) => all.get(keyOf(key)),
    getAll: async () => [...all.values()],
    put: async (row: Row) => void all.set(keyOf(own[name](row)), row),
    delete: async (key: unknown) => void all.delete(keyOf(key)),
    index: (field: 'endsAt' | 'owner') => ({
      iterate: (wanted: string | { upTo: number }) =>
        cursors((row) => (typeof wanted === 'string' ? row[field] === wanted : Number(row[field]) <= wanted.upTo)),
    }),
  };
}

export const disk = {
  rows,
  clear(): void {
    rows.keys.clear();
    rows.kept.clear();
  },
};

/** In the place of `IDBKeyRange`. */
export const keyRange = { upperBound: (upTo: number) => ({ upTo }) };

export const openDB = async () => ({
  get: (name: 'keys' | 'kept', key: unknown) => storeOf(name).get(key),
  getAll: (name: 'keys' | 'kept') => storeOf(name).getAll(),
  delete: (name: 'keys' | 'kept', key: unknown) => storeOf(name).delete(key),
  getAllFromIndex: async (name: 'keys' | 'kept', field: string, wanted: unknown) =>
    (await storeOf(name).getAll()).filter((row) => row[field] === wanted),
  transaction: (names: string | string[]) => ({
    objectStore: (name: 'keys' | 'kept') => storeOf(name),
    store: storeOf((Array.isArray(names) ? names[0] : names) as 'keys' | 'kept'),
    done: Promise.resolve(),
    commit: () => undefined,
  }),
  close: () => undefined,
});
