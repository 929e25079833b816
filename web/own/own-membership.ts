// Who the person is at the client of the address: which of its staff, and what else they may do there.
import { useRoute } from 'preact-iso';
import type { Who } from '#web/own/own-person.ts';
import { session } from '#web/session/session.ts';

export interface OwnMembership {
  readonly who: Who;
  readonly isAdmin: boolean;
  readonly setsAbsences: boolean;
}

/** undefined for a user who is none of the staff. */
export function useOwnMembership(): OwnMembership | undefined {
  const { client } = useRoute().params;
  const found = session.value.me?.memberships.find(({ clientId }) => clientId === client);
  if (!found || found.staffId === null) return undefined;
  const { clientId, staffId, role, setsAbsences } = found;
  return { who: { clientId, staffId }, isAdmin: role === 'clientAdmin', setsAbsences };
}
