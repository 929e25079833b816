// Three versions of one record become one: what one side alone has changed is taken, of what both have changed it is asked.
export interface Clash {
  /** JSON pointer; an entry of a list by its own id. */
  pointer: string;
  /** What the entries on the way are called. */
  within: readonly string[];
  mine: unknown;
  theirs: unknown;
}

export type Side = 'mine' | 'theirs';
type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field that is absent and one that is undefined are the same. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, n) => same(one, b[n]));
  if (isPlain(a) && isPlain(b)) return fieldsOf(a, b).every((field) => same(a[field], b[field]));
  return a === b;
}

const fieldsOf = (...records: readonly Plain[]): string[] => [...new Set(records.flatMap(Object.keys))];

/** Of a patch of one level: the fields that are to be sent. */
export const changedFields = <T extends object>(base: T, mine: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(mine).filter(([field, value]) => !same((base as Plain)[field], value)),
  ) as Partial<T>;

/** By what an entry is known on both sides; undefined for one that is new here. */
function keyOf(entry: unknown): string | undefined {
  if (!isPlain(entry)) return undefined;
  const key = entry.id ?? entry.number;
  return typeof key === 'string' ? key : undefined;
}

const isKeyed = (list: unknown): list is unknown[] =>
  Array.isArray(list) &&
  list.every((entry) => isPlain(entry) && ('id' in entry || 'number' in entry || 'name' in entry));

const nameOf = (entry: unknown): string[] => {
  const name = isPlain(entry) ? (entry.name ?? entry.number) : undefined;
  return typeof name === 'string' && name !== '' ? [name] : [];
};

/** @param sideOf which side is taken where both have changed the same. */
export function mergeChanges<T>(
  base: T,
  mine: T,
  theirs: T,
  sideOf: (pointer: string) => Side = () => 'mine',
): { value: T; clashes: Clash[] } {
  const clashes: Clash[] = [];

  function field(b: unknown, m: unknown, t: unknown, pointer: string, within: readonly string[]): unknown {
    if (same(m, t) || same(b, t)) return m;
    if (same(b, m)) return t;
    if (isPlain(m) && isPlain(t)) return record(isPlain(b) ? b : {}, m, t, pointer, within);
    if (isKeyed(m) && isKeyed(t) && [...m, ...t].some(keyOf))
      return list(Array.isArray(b) ? b : [], m, t, pointer, within);
    clashes.push({ pointer, within, mine: m, theirs: t });
    return sideOf(pointer) === 'mine' ? m : t;
  }

  function record(b: Plain, m: Plain, t: Plain, pointer: string, within: readonly string[]): Plain {
    const merged = fieldsOf(m, t).map((name) => [name, field(b[name], m[name], t[name], `${pointer}/${name}`, within)]);
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }

  /** What one side has taken away and the other has changed stays: nothing is lost. */
  function list(b: unknown[], m: unknown[], t: unknown[], pointer: string, within: readonly string[]): unknown[] {
    const find = (entries: unknown[], key: string) => entries.find((entry) => keyOf(entry) === key);
    const ours = m.flatMap((entry) => {
      const key = keyOf(entry);
      if (key === undefined) return [entry];
      const [before, other] = [find(b, key), find(t, key)];
      if (other === undefined) return before !== undefined && same(before, entry) ? [] : [entry];
      return [field(before, entry, other, `${pointer}/${key}`, [...within, ...nameOf(entry)])];
    });
    const added = t.filter((entry) => {
      const key = keyOf(entry);
      if (key === undefined || find(m, key) !== undefined) return false;
      const before = find(b, key);
      return before === undefined || !same(before, entry);
    });
    return [...ours, ...added];
  }

  return { value: field(base, mine, theirs, '', []) as T, clashes };
}
