// Whom to ask instead of people who are away: read together with them, and whoever stands in for somebody erased.
import { type ColleagueView, colleagueView } from '#desk/colleague-view.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { awayAt } from '#staff/availability.ts';
import { openReplacements } from '#staff/replacements.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

/** Of a protected person nobody is told that there is anybody to ask instead. */
const namedBy = (staff: OpenedStaff, nowMs: number): readonly string[] =>
  staff.value.protected ? [] : (awayAt(staff.value, nowMs)?.colleagues ?? []);

/**
 * Nothing where all were read before. Else a batch read of the others (2 units each): an absence that is newer than the
 * index, or more of them than fit. For those who are erased what `openReplacements` costs.
 * @param asked ids that were read before, whether or not somebody stood there.
 * @returns by person, in the person's order; each colleague once.
 */
export async function askColleagues(
  app: App,
  clientId: string,
  people: readonly OpenedStaff[],
  { found, asked }: { found: Found; asked: ReadonlySet<string> },
): Promise<Map<string, ColleagueView[]>> {
  const nowMs = app.clock.nowMs();
  const named = [...new Set(people.flatMap((staff) => namedBy(staff, nowMs)))];
  const others = named.filter((id) => !asked.has(id));
  if (others.length > 0)
    await app.db.read(
      others.flatMap((id) => staffReads(clientId, id)),
      found,
    );
  const gone = named.filter((id) => !openStaff(found, clientId, id));
  const leads = await openReplacements(app, clientId, gone);
  const standing = (id: string): OpenedStaff | undefined => {
    const lead = leads.get(id);
    return openStaff(found, clientId, id) ?? (typeof lead === 'object' ? lead : undefined);
  };
  return new Map(
    people.map((staff) => {
      const colleagues = new Map<string, ColleagueView>();
      for (const one of namedBy(staff, nowMs).flatMap((id) => standing(id) ?? [])) {
        const view = one.id === staff.id ? undefined : colleagueView(one, nowMs);
        if (view && !colleagues.has(view.staffId)) colleagues.set(view.staffId, view);
      }
      return [staff.id, [...colleagues.values()]];
    }),
  );
}
