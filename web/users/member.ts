// Somebody who may sign in, of a client or of the service: what is shown of them, and the role that is chosen.
import type { Reply } from '#web/api/types.ts';

type User = Reply<'listUsers'>['items'][number];
type Operator = Reply<'listOperators'>['items'][number];

type ClientRole = User['role'];
export type ServiceRole = Operator['role'];
export type Role = ClientRole | ServiceRole;

export interface Member {
  readonly id: string;
  readonly email: string | null;
  readonly name: string | null;
  readonly state: 'active' | 'withdrawn';
  readonly invitedAt: string;
  readonly version: number;
  readonly role: Role;
  readonly staffId: string | null;
  readonly setsAbsences: boolean;
  /** Of an admin: signs agreements for the client. */
  readonly maySign: boolean;
}

export const memberOf = (one: User | Operator): Member => ({
  staffId: null,
  setsAbsences: false,
  maySign: false,
  ...one,
});

export interface RoleChoice {
  readonly role: Role;
  readonly staffId: string | null;
  readonly setsAbsences: boolean;
  readonly maySign: boolean;
}

export const choiceOf = ({ role, staffId, setsAbsences, maySign }: Member): RoleChoice => ({
  role,
  staffId,
  setsAbsences,
  maySign,
});

/** The whole role of a client's user; undefined where a staff member is nobody of the register yet. */
export function clientRoleBody({ role, staffId, setsAbsences, maySign }: RoleChoice) {
  if (role === 'clientAdmin')
    return { role, ...(staffId !== null && { staffId }), ...(maySign && { maySign }) } as const;
  return staffId === null ? undefined : ({ role: 'staffMember', staffId, setsAbsences } as const);
}

export interface Invitation extends RoleChoice {
  readonly email: string;
  readonly name: string;
}

export type Wrong = Partial<
  Record<'email' | 'name' | 'person', 'emailNeeded' | 'nameNeeded' | 'badEmail' | 'personTaken'>
>;

export const wrongPerson = (choice: RoleChoice): Wrong =>
  choice.role === 'staffMember' && choice.staffId === null ? { person: 'personTaken' } : {};

/** What the API would refuse anyway, said before it is asked. */
export const wrongOf = (invitation: Invitation): Wrong => ({
  ...(invitation.email.trim() === '' && { email: 'emailNeeded' }),
  ...(invitation.email.trim() !== '' && !/^\S+@\S+\.\S+$/.test(invitation.email.trim()) && { email: 'badEmail' }),
  ...(invitation.name.trim() === '' && { name: 'nameNeeded' }),
  ...wrongPerson(invitation),
});

/** The same key for the same body, whatever lies between: a repeated sending makes nobody twice. */
export interface Sent {
  readonly text: string;
  readonly key: string;
}

export function sentAs(body: unknown, before: Sent | null, makeKey: () => string): Sent {
  const text = JSON.stringify(body);
  return before?.text === text ? before : { text, key: makeKey() };
}
