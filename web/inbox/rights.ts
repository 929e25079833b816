// What this person may do with the messages of a client: the API decides, the screen only leaves out what it would refuse.
import type { Me } from '#web/api/types.ts';

export interface Rights {
  /** Everybody's messages, not only those to oneself. */
  readonly seesAll: boolean;
  /** Takes back from a wrong recipient, erases, and chooses among a colleague's addresses. */
  readonly looksAfter: boolean;
  /** The names of the client's users. */
  readonly seesUsers: boolean;
  /** The staff member that this person is here. */
  readonly staffId: string | null;
  readonly userId: string;
}

export function rightsOf(me: Me, clientId: string): Rights {
  const membership = me.memberships.find((one) => one.clientId === clientId);
  const leads = me.role === 'supervisor' || membership?.role === 'clientAdmin';
  return {
    seesAll: leads,
    looksAfter: leads,
    seesUsers: leads,
    staffId: membership?.staffId ?? null,
    userId: me.userId,
  };
}
