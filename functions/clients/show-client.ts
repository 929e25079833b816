// What a reader sees of a client, by role.
import { type ClientEnd, erasedAfterMs } from '#clients/client-end.ts';
import type { NameLine } from '#clients/lines.ts';
import type { Client } from '#clients/schema.ts';
import type { ClientContent } from '#clients/store.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Role } from '#shared/route.ts';

/** The general inbox holds addresses of recipients; a sole trader's organisation number is a personal number. */
const hidden: Record<Role, readonly (keyof Client)[]> = {
  supervisor: [],
  clientAdmin: [],
  operator: ['generalInbox'],
  privacyOfficer: ['generalInbox'],
  staffMember: ['organisationNumber', 'contacts', 'generalInbox'],
  machine: ['organisationNumber', 'contacts', 'generalInbox'],
};

const orNull = (ms: number | undefined) => (ms === undefined ? null : rfc3339(ms));

const showEnd = (end: ClientEnd = {}) => ({
  endsAt: orNull(end.endsAtMs),
  endsBy: end.endsBy ?? null,
  endedAt: orNull(end.endedAtMs),
  erasedAfter: orNull(erasedAfterMs(end)),
});

export function showClient(client: ClientContent, role: Role, nameLine: NameLine): Client {
  const shown: Client = {
    id: client.id,
    ...client.value,
    numbers: client.value.numbers.map((one) => ({ ...one, line: nameLine(one.number) })),
    retention: client.retention,
    contentMode: client.contentMode,
    status: client.status,
    ...showEnd(client.end),
    agreedAt: client.agreement ? rfc3339(client.agreement.firstSignedAtMs) : null,
    createdAt: rfc3339(client.createdAtMs),
    updatedAt: rfc3339(client.updatedAtMs),
  };
  for (const field of hidden[role]) delete shown[field];
  return shown;
}
