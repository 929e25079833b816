// Where members belong: a client, or the service itself. The same four calls of both.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import {
  clientRoleBody,
  type Invitation,
  type Member,
  memberOf,
  type Role,
  type RoleChoice,
  type ServiceRole,
} from '#web/users/member.ts';
import { everyPage } from '#web/users/pages.ts';

export interface Home {
  /** undefined: the service. */
  readonly clientId?: string;
  readonly roles: readonly Role[];
  readonly members: Cached<Member[]>;
  invite(invitation: Invitation, key: string): Promise<Outcome<Member>>;
  change(member: Member, version: number, choice: RoleChoice): Promise<Outcome<Member>>;
  withdraw(userId: string): Promise<Outcome<unknown>>;
}

const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` });
const one = <T extends Parameters<typeof memberOf>[0]>(outcome: Outcome<T>): Outcome<Member> =>
  outcome.kind === 'ok' ? { ...outcome, value: memberOf(outcome.value) } : outcome;

const demand = <T>(body: T | undefined): T => {
  if (body === undefined) throw new Error('A staff member without a person');
  return body;
};

export function clientHome(clientId: string): Home {
  const users = '/v1/clients/{clientId}/users';
  return {
    clientId,
    roles: ['clientAdmin', 'staffMember'],
    members: cached(`users:${clientId}`, async () =>
      everyPage((query) => ask(api.GET(users, { params: { path: { clientId }, query } })), memberOf),
    ),
    async invite({ email, name, ...choice }, key) {
      const body = { email: email.trim(), name: name.trim(), ...demand(clientRoleBody(choice)) };
      const params = { path: { clientId }, header: { 'Idempotency-Key': key } };
      return one(await ask(api.POST(users, { params, body })));
    },
    async change({ id }, version, choice) {
      const params = { path: { clientId, userId: id }, header: ifMatch(version) };
      return one(await ask(api.PATCH(`${users}/{userId}`, { params, body: demand(clientRoleBody(choice)) })));
    },
    withdraw: (userId) => ask(api.DELETE(`${users}/{userId}`, { params: { path: { clientId, userId } } })),
  };
}

export const serviceHome = (): Home => ({
  roles: ['operator', 'supervisor', 'privacyOfficer'],
  members: cached('operators', async () =>
    everyPage((query) => ask(api.GET('/v1/operators', { params: { query } })), memberOf),
  ),
  async invite({ email, name, role }, key) {
    const body = { email: email.trim(), name: name.trim(), role: role as ServiceRole };
    return one(await ask(api.POST('/v1/operators', { params: { header: { 'Idempotency-Key': key } }, body })));
  },
  async change({ id }, version, { role }) {
    const params = { path: { userId: id }, header: ifMatch(version) };
    return one(await ask(api.PATCH('/v1/operators/{userId}', { params, body: { role: role as ServiceRole } })));
  },
  withdraw: (userId) => ask(api.DELETE('/v1/operators/{userId}', { params: { path: { userId } } })),
});
