// Whom to ask where nobody is in: those whom the client has named, or whoever stands in for them by now.
import { type ColleagueView, colleagueView } from '#desk/colleague-view.ts';
import { orLeftOut } from '#desk/or-left-out.ts';
import type { App } from '#shared/app.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { openReplacements } from '#staff/replacements.ts';
import { openStaff, staffReads } from '#staff/store.ts';

/** Ids stand open in the record: what they name is read together with the record's key. */
const idsIn = (items: readonly Item[]): string[] =>
  items.filter(({ kind }) => kind === 'answering').flatMap(({ alternatives }) => alternatives as string[]);

/** 2 units each. */
export const alternativeReads = (clientId: string, items: readonly Item[]): ReadRequest[] =>
  idsIn(items).flatMap((staffId) => staffReads(clientId, staffId));

/** In their order, each once. Two batch reads more where somebody was erased: for who stands in. */
export async function alternativesAmong(
  app: App,
  clientId: string,
  items: readonly Item[],
  found: Found,
): Promise<ColleagueView[]> {
  const named = idsIn(items).map((id) => ({
    id,
    staff: orLeftOut(() => openStaff(found, clientId, id), { clientId, staffId: id }),
  }));
  const gone = named.filter(({ staff }) => staff === undefined).map(({ id }) => id);
  const leads = await openReplacements(app, clientId, gone);
  const people = named.flatMap(({ id, staff = leads.get(id) }) => (typeof staff === 'object' ? [staff] : []));
  const once = new Map(people.map((staff) => [staff.id, staff]));
  const nowMs = app.clock.nowMs();
  return [...once.values()].map((staff) => colleagueView(staff, nowMs)).filter((colleague) => colleague !== undefined);
}
