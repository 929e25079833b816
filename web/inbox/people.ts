// The names in a client's messages: its staff by id, and for who looks after them its users.

import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Reply, StaffMember } from '#web/api/types.ts';
import { byName } from '#web/words/name-sort.ts';

const PAGES_AT_MOST = 3;

/** Up to 300, by name; of larger registers the newest 300, and the rest without name. */
async function readStaff(clientId: string): Promise<Outcome<StaffMember[]>> {
  const staff: StaffMember[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_AT_MOST; page++) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const outcome = await ask(api.GET('/v1/clients/{clientId}/staff', { params: { path: { clientId }, query } }));
    if (outcome.kind !== 'ok') return outcome;
    staff.push(...outcome.value.items);
    if (outcome.value.nextCursor === null) break;
    cursor = outcome.value.nextCursor;
  }
  staff.sort((a, b) => byName(a.name, b.name));
  return { kind: 'ok', value: staff, etag: null };
}

type Users = Reply<'listUsers'>['items'];

async function readUsers(clientId: string): Promise<Outcome<Users>> {
  const outcome = await ask(
    api.GET('/v1/clients/{clientId}/users', { params: { path: { clientId }, query: { limit: 100 } } }),
  );
  return outcome.kind === 'ok' ? { ...outcome, value: outcome.value.items } : outcome;
}

const FRESH_MS = 5 * 60_000;

/** Names change seldom: they are asked for again after five minutes. */
export function refreshOld(of: Cached<unknown>): void {
  const ageMs = of.ageMs.peek();
  if (ageMs === null || ageMs > FRESH_MS) void of.refresh();
}

export const staffOf = (clientId: string): Cached<StaffMember[]> =>
  cached(`inbox staff ${clientId}`, () => readStaff(clientId));

export const usersOf = (clientId: string): Cached<Users> =>
  cached(`inbox users ${clientId}`, () => readUsers(clientId));

const missed = new Set<string>();

/** Who came into the register since it was read: it is read again, once for each id that it does not know. */
export function readUnknown(clientId: string, ids: readonly (string | null)[]): void {
  const staff = staffOf(clientId).value.peek();
  const unknown = ids.filter((id) => id !== null && !missed.has(id) && !staff?.some((member) => member.id === id));
  if (!staff || unknown.length === 0) return;
  for (const id of unknown) if (id !== null) missed.add(id);
  void staffOf(clientId).refresh();
}
