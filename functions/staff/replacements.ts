// Who stands in for people who have been erased: a pointer that is followed when it is used. Nothing that names them is rewritten.
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { livingTombstone, toErasure, tombstoneRead } from '#shared/tombstone.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

/** Longer chains, and circles, end at the general inbox: somebody reads that. */
const HOPS = 5;

/** undefined: nobody was erased there, or so long ago that nothing tells of it. */
export type Lead = OpenedStaff | 'generalInbox' | undefined;

/**
 * For ids of people whom the register does not hold any more. Costs one batch read of their tombstones (1 unit each), and
 * one for each hop: the replacement's record, key and tombstone (3 units). Nothing for no ids.
 */
export async function openReplacements(app: App, clientId: string, ids: readonly string[]): Promise<Map<string, Lead>> {
  const leads = new Map<string, Lead>();
  /** By the id that was asked for: whom it has led to so far. */
  let open = new Map([...new Set(ids)].map((id) => [id, id]));
  for (let hop = 0; open.size > 0; hop++) {
    const at = [...new Set(open.values())];
    const found = await app.db.read(
      at.flatMap((id) => [tombstoneRead(clientId, id), ...(hop > 0 ? staffReads(clientId, id) : [])]),
    );
    const further = new Map<string, string>();
    for (const [asked, id] of open) {
      const staff = hop > 0 ? openStaff(found, clientId, id) : undefined;
      const stone = livingTombstone(app, found.get(tombstoneRead(clientId, id)));
      const next = stone && toErasure(stone).replacement;
      if (staff) leads.set(asked, staff);
      else if (next !== undefined && hop < HOPS) further.set(asked, next);
      // Whoever a tombstone names was there once.
      else leads.set(asked, stone || hop > 0 ? 'generalInbox' : undefined);
    }
    open = further;
  }
  return leads;
}

/** The same by id: for what is shown. */
export async function followReplacements(
  app: App,
  clientId: string,
  ids: readonly string[],
): Promise<Map<string, string | 'generalInbox' | undefined>> {
  const leads = await openReplacements(app, clientId, ids);
  return new Map([...leads].map(([id, lead]) => [id, typeof lead === 'object' ? lead.id : lead]));
}

/** @throws Problem invalid-request for a replacement who is not in the register, not active, or the person. */
export function demandReplacement(found: Found, clientId: string, staffId: string, replacement?: string): void {
  if (replacement === undefined) return;
  const refuse = (detail: string) =>
    new Problem('invalid-request', { errors: [{ pointer: 'query/replacement', detail }] });
  if (replacement === staffId) throw refuse('Somebody else');
  const staff = openStaff(found, clientId, replacement);
  if (!staff) throw refuse('No such staff member');
  if (!staff.value.active) throw refuse('Not active');
}
