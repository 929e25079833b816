// What the people in a message are called on the screen.
import type { Reply, StaffMember } from '#web/api/types.ts';
import type { Rights } from '#web/inbox/rights.ts';
import { t } from '#web/words/words.ts';

type Staff = readonly StaffMember[] | undefined;

/** null is the general inbox. Empty as long as the register has not been read. */
export function nameOf(staff: Staff, staffId: string | null): string {
  if (staffId === null) return t.inbox.generalInbox;
  if (!staff) return '';
  return staff.find(({ id }) => id === staffId)?.name ?? t.inbox.formerStaff;
}

/** Who took it or saw to it: "dig", a user of the client by name for those who know them, or somebody at the service. */
export function doerOf(
  by: string,
  { userId }: Rights,
  users: Reply<'listUsers'>['items'] | undefined,
  other: string,
): string {
  if (by === userId) return t.inbox.you;
  return users?.find(({ id }) => id === by)?.name ?? other;
}
