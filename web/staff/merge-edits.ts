// Two people have changed the same record: what each changed is put together, and where both changed the same it is asked.
import { same } from '#web/staff/same.ts';
import { type StaffValue, sameContact } from '#web/staff/staff-value.ts';

type FieldName = keyof StaffValue;
type Side = 'mine' | 'theirs';

/** Both changed it, and not to the same. Of a list it is one entry; undefined: taken away, or never there. */
export interface Clash {
  readonly id: string;
  readonly field: FieldName;
  /** Of `delivery` which part; of a list null. */
  readonly part: 'normal' | 'urgent' | 'quietHours' | null;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  readonly value: StaffValue;
  readonly clashes: readonly Clash[];
  /** What only the others changed: it is taken in. */
  readonly taken: readonly FieldName[];
}

type Choose = (clashId: string) => Side;

interface Triple<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** What tells an entry of a list from the others; `id` where it has one, else it is new and like no other. */
const entryNames: Partial<Record<FieldName, (entry: never, other: never) => boolean>> = {
  alsoKnownAs: (a: string, b: string) => a === b,
  keywords: (a: string, b: string) => a === b,
  phones: (a: { number: string }, b: { number: string }) => sameContact(a.number, b.number),
  emails: (a: { address: string }, b: { address: string }) => sameContact(a.address, b.address),
  answerNotes: (a: { id?: string }, b: { id?: string }) => a.id !== undefined && a.id === b.id,
  absences: (a: { id?: string }, b: { id?: string }) => a.id !== undefined && a.id === b.id,
};

const deliveryParts = ['normal', 'urgent', 'quietHours'] as const;

/** Merges one record; `choose` says whose word counts in each clash. */
class Merge {
  readonly clashes: Clash[] = [];
  readonly #choose: Choose;

  constructor(choose: Choose) {
    this.#choose = choose;
  }

  pick<T>({ base, mine, theirs }: Triple<T>, at: Pick<Clash, 'id' | 'field' | 'part'>): T {
    if (same(mine, theirs) || same(theirs, base)) return mine;
    if (same(mine, base)) return theirs;
    this.clashes.push({ ...at, mine, theirs });
    return this.#choose(at.id) === 'mine' ? mine : theirs;
  }

  /** In the order of mine, with what only theirs have at the end. */
  list<T>({ base, mine, theirs }: Triple<readonly T[]>, field: FieldName, isSame: (a: T, b: T) => boolean): T[] {
    if (same(mine, base)) return [...theirs];
    if (same(theirs, base)) return [...mine];
    const inList = (list: readonly T[], entry: T) => list.find((one) => one === entry || isSame(one, entry));
    const known = [...mine, ...[...theirs, ...base].filter((entry) => !inList(mine, entry))];
    const once = known.filter((entry, at) => known.findIndex((one) => one === entry || isSame(one, entry)) === at);
    return once.flatMap((entry, at) => {
      const triple = { base: inList(base, entry), mine: inList(mine, entry), theirs: inList(theirs, entry) };
      const picked = this.pick(triple, { id: `${field}/${at}`, field, part: null });
      return picked === undefined ? [] : [picked];
    });
  }
}

export function mergeEdits(three: Triple<StaffValue>, choose: Choose = () => 'mine'): Merged {
  const { base, mine, theirs } = three;
  const merge = new Merge(choose);
  const fields = Object.keys(mine) as FieldName[];
  const field = (name: FieldName): unknown => {
    const triple = { base: base[name], mine: mine[name], theirs: theirs[name] } as Triple<unknown>;
    const isSame = entryNames[name];
    if (isSame) return merge.list(triple as Triple<never[]>, name, isSame);
    if (name !== 'delivery') return merge.pick(triple, { id: name, field: name, part: null });
    return Object.fromEntries(
      deliveryParts.map((part) => [
        part,
        merge.pick(
          { base: base.delivery[part], mine: mine.delivery[part], theirs: theirs.delivery[part] } as Triple<unknown>,
          { id: `delivery/${part}`, field: 'delivery', part },
        ),
      ]),
    );
  };
  const value = Object.fromEntries(fields.map((name) => [name, field(name)])) as unknown as StaffValue;
  return {
    value,
    clashes: merge.clashes,
    taken: fields.filter((name) => same(mine[name], base[name]) && !same(theirs[name], base[name])),
  };
}

/** The fields that differ: a merge patch. */
export const changesOf = (before: StaffValue, after: StaffValue): Partial<StaffValue> =>
  Object.fromEntries(Object.entries(after).filter(([name, value]) => !same(value, before[name as FieldName])));
