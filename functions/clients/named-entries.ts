// Entries of a list that are sent back whole: each keeps the id that it had, and a new one gets its own.
import type { App } from '#shared/app.ts';
import type { Finding } from '#shared/problems.ts';

interface Named {
  id?: string | undefined;
}

export const withIds = <T extends Named>(app: App, entries: readonly T[]): (T & { id: string })[] =>
  entries.map((entry) => ({ ...entry, id: entry.id ?? app.newId('rule') }));

/** An id that nothing has had, or that stands twice, names nothing. */
export function wrongIds(entries: readonly Named[], before: readonly { id: string }[], pointer: string): Finding[] {
  const known = new Set(before.map(({ id }) => id));
  const ids = entries.map(({ id }) => id);
  return ids.flatMap((id, n): Finding[] => {
    if (id === undefined) return [];
    if (!known.has(id))
      return [{ pointer: `${pointer}/${n}/id`, detail: 'No such entry: leave the id of a new one out' }];
    return ids.indexOf(id) < n ? [{ pointer: `${pointer}/${n}/id`, detail: 'Twice in the list' }] : [];
  });
}
