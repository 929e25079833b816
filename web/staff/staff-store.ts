// The register of a client as this browser has read it: the list by name, and each record with its ETag.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import { withReason } from '#web/session/with-reason.ts';
import type { Register } from '#web/staff/save-staff.ts';
import type { StaffMember } from '#web/staff/staff-value.ts';
import { byName } from '#web/words/name-sort.ts';

/** Read without being asked for; a larger register is fetched on by a button, and searched by the service. */
const READ_PAGES = 5;
const PAGE = 100;

export interface Known {
  readonly members: readonly StaffMember[];
  /** Where the rest begins; null: this is all. */
  readonly next: string | null;
}

const sorted = (members: readonly StaffMember[]): StaffMember[] =>
  [...members].sort((a, b) => byName(a.name, b.name) || a.id.localeCompare(b.id));

async function readOn(clientId: string, known: Known): Promise<Outcome<Known>> {
  const members = [...known.members];
  let cursor = known.next ?? undefined;
  for (let page = 0; page < READ_PAGES; page += 1) {
    const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const outcome = await ask(api.GET('/v1/clients/{clientId}/staff', { params: { path: { clientId }, query } }));
    if (outcome.kind !== 'ok') return outcome;
    members.push(...outcome.value.items);
    cursor = outcome.value.nextCursor ?? undefined;
    if (cursor === undefined) break;
  }
  return { kind: 'ok', value: { members: sorted(members), next: cursor ?? null }, etag: null };
}

export const staffOf = (clientId: string): Cached<Known> =>
  cached(`staff:${clientId}`, () => readOn(clientId, { members: [], next: null }));

export function fetchMore(clientId: string): Promise<Outcome<Known>> {
  const list = staffOf(clientId);
  const known = list.value.peek() ?? { members: [], next: null };
  return list.change(known, () => readOn(clientId, known));
}

export interface Kept {
  readonly member: StaffMember;
  readonly etag: string;
}

const path = (clientId: string, staffId: string) => ({ clientId, staffId });

export const registerOf = (clientId: string): Register => ({
  create: (body, key) =>
    ask(
      api.POST('/v1/clients/{clientId}/staff', {
        params: { path: { clientId }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  read: (staffId) =>
    withReason(staffId, (query) =>
      ask(api.GET('/v1/clients/{clientId}/staff/{staffId}', { params: { path: path(clientId, staffId), query } })),
    ),
  change: (staffId, body, etag) =>
    ask(
      api.PATCH('/v1/clients/{clientId}/staff/{staffId}', {
        params: { path: path(clientId, staffId), header: { 'If-Match': etag } },
        body,
      }),
    ),
});

const keptFrom = (outcome: Outcome<StaffMember>): Outcome<Kept> =>
  outcome.kind === 'ok' ? { ...outcome, value: { member: outcome.value, etag: outcome.etag ?? '' } } : outcome;

export const memberOf = (clientId: string, staffId: string): Cached<Kept> =>
  cached(`staff:${clientId}:${staffId}`, async () => keptFrom(await registerOf(clientId).read(staffId)));

/** What was just saved is what the next page shows, without asking again. */
export function noteSaved(clientId: string, kept: Kept): void {
  void memberOf(clientId, kept.member.id).change(kept, async () => ({ kind: 'ok', value: kept, etag: kept.etag }));
  const known = staffOf(clientId).value.peek();
  if (!known) return;
  const members = sorted([...known.members.filter(({ id }) => id !== kept.member.id), kept.member]);
  noteList(clientId, { ...known, members });
}

export function noteRemoved(clientId: string, staffId: string): void {
  const known = staffOf(clientId).value.peek();
  if (known) noteList(clientId, { ...known, members: known.members.filter(({ id }) => id !== staffId) });
}

function noteList(clientId: string, next: Known): void {
  void staffOf(clientId).change(next, async () => ({ kind: 'ok', value: next, etag: null }));
}
