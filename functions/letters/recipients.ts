// Whom a letter goes to: the active members of a home who have the role.
import type { LetterTo } from '#letters/about.ts';
import type { App } from '#shared/app.ts';
import { registerReads } from '#shared/register.ts';
import { recordKeys, recordsTable, SERVICE } from '#shared/tables.ts';
import { memberIn, membershipReads } from '#users/store.ts';

export interface Recipient {
  userId: string;
  address: string;
  name: string | undefined;
}

const whose: Readonly<Record<LetterTo, { home: (clientId: string) => string; role: string }>> = {
  admins: { home: (clientId) => clientId, role: 'clientAdmin' },
  officers: { home: () => SERVICE, role: 'privacyOfficer' },
};

/** User ids, in order: one query of a home's members, of which there are some hundreds at most. */
export async function recipientIds(app: App, clientId: string, to: LetterTo): Promise<string[]> {
  const { home, role } = whose[to];
  const rows = await app.db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.membershipsOf(home(clientId)).pk },
    filter: {
      expression: '#role = :role AND #state = :active',
      names: { '#role': 'role', '#state': 'state' },
      values: { ':role': role, ':active': 'active' },
    },
    consistent: true,
  });
  return rows.map(({ sk }) => String(sk)).sort();
}

/** One batch read of 4 units. @returns undefined for a user who is gone, or is no such member any more. */
export async function recipientOf(
  app: App,
  clientId: string,
  to: LetterTo,
  userId: string,
): Promise<Recipient | undefined> {
  const { home, role } = whose[to];
  const found = await app.db.read([
    ...membershipReads(home(clientId), userId),
    ...registerReads(recordKeys.user(userId)),
  ]);
  const member = memberIn(found, home(clientId), userId);
  const isStill = member?.membership.role === role && member.membership.state === 'active';
  if (!isStill || member.email === undefined) return undefined;
  return { userId, address: member.email, name: member.name };
}
