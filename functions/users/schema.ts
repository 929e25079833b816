// Users, operators and machine clients as the API takes and gives them.
import * as z from 'zod/mini';
import { ClientStatus } from '#clients/client-status.ts';
import { Email, InstantOut, LIST_MAX_LENGTH, Line, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy, machineScopes } from '#shared/route.ts';

const serviceRoles = ['supervisor', 'operator', 'privacyOfficer'] as const;
export type ServiceRole = (typeof serviceRoles)[number];
const clientRoles = ['clientAdmin', 'staffMember'] as const;
export type ClientRole = (typeof clientRoles)[number];

/** Sign-in ignores case and gives addresses back in lower case: here they are so from the start. */
const SignInEmail = () =>
  z.pipe(
    Email(),
    z.transform((email) => email.toLowerCase()),
  );

const identity = () => ({ email: SignInEmail(), name: Line() });
/** A client admin may be a member of the staff as well. */
const asAdmin = () => ({
  role: z.literal('clientAdmin'),
  staffId: z.optional(idSchema('staff')),
  /** Signs agreements for the client. Given by a supervisor, or by an admin who has it. */
  maySign: z.optional(z.boolean()),
});
const asStaff = () => ({
  role: z.literal('staffMember'),
  staffId: idSchema('staff'),
  /** Says of colleagues too when they are away; client admins do so anyway. */
  setsAbsences: z.optional(z.boolean()),
});

export const UserInput = lazy(() =>
  z.discriminatedUnion('role', [
    z.strictObject({ ...identity(), ...asAdmin() }),
    z.strictObject({ ...identity(), ...asStaff() }),
  ]),
);
export type UserInput = z.output<ReturnType<typeof UserInput>>;

/** The whole role: a `staffId`, `setsAbsences` or `maySign` that is absent is taken away. */
export const UserRoleInput = lazy(() =>
  z.discriminatedUnion('role', [z.strictObject(asAdmin()), z.strictObject(asStaff())]),
);
export type UserRoleInput = z.output<ReturnType<typeof UserRoleInput>>;

export const OperatorInput = lazy(() => z.strictObject({ ...identity(), role: z.enum(serviceRoles) }));
export type OperatorInput = z.output<ReturnType<typeof OperatorInput>>;

export const OperatorRoleInput = lazy(() => z.strictObject({ role: z.enum(serviceRoles) }));
export type OperatorRoleInput = z.output<ReturnType<typeof OperatorRoleInput>>;

/** `withdrawn` is a withdrawal that has not been finished: it lets nobody in, and DELETE finishes it. */
const membershipStates = ['active', 'withdrawn'] as const;
export type MembershipState = (typeof membershipStates)[number];

const userFields = () => ({
  id: idSchema('user'),
  /** null once it is erased. */
  email: z.nullable(z.string()),
  name: z.nullable(z.string()),
  state: z.enum(membershipStates),
  invitedAt: InstantOut(),
  /** For If-Match, in quotes. */
  version: z.int(),
});

export const User = lazy(() =>
  z.object({
    ...userFields(),
    role: z.enum(clientRoles),
    staffId: z.nullable(idSchema('staff')),
    setsAbsences: z.boolean(),
    maySign: z.boolean(),
  }),
);
export type User = z.input<ReturnType<typeof User>>;
export const UserPage = lazy(() => pageOf(User()));

export const Operator = lazy(() => z.object({ ...userFields(), role: z.enum(serviceRoles) }));
export type Operator = z.input<ReturnType<typeof Operator>>;
export const OperatorPage = lazy(() => pageOf(Operator()));

/** Whoever signed in: at which door, as what, and of which clients. */
export const Me = lazy(() =>
  z.object({
    userId: idSchema('user'),
    /** As one of the homes calls the user; null once it is erased. */
    name: z.nullable(z.string()),
    email: z.nullable(z.string()),
    /** People of the service work at the desk, those of clients in the portal; nobody has both. */
    door: z.enum(['desk', 'portal']),
    /** Of people of the service. */
    role: z.nullable(z.enum(serviceRoles)),
    memberships: z.array(
      z.object({
        clientId: idSchema('client'),
        clientName: z.string(),
        status: ClientStatus(),
        role: z.enum(clientRoles),
        staffId: z.nullable(idSchema('staff')),
        setsAbsences: z.boolean(),
        /** May sign agreements for the client. */
        maySign: z.boolean(),
        /** False until the client has signed its first agreement: neither staff nor messages are stored before. */
        agreed: z.boolean(),
      }),
    ),
    /** The longest that anything said to callers is kept. */
    retentionMonths: z.int(),
  }),
);
export type Me = z.input<ReturnType<typeof Me>>;

const distinct = () => z.refine<string[]>((list) => new Set(list).size === list.length, { error: 'Each one once' });

export const MachineClientInput = lazy(() =>
  z.strictObject({
    name: Line(),
    scopes: z.array(z.enum(machineScopes)).check(z.minLength(1), distinct()),
    clientIds: z.array(idSchema('client')).check(z.minLength(1), z.maxLength(LIST_MAX_LENGTH), distinct()),
  }),
);
export type MachineClientInput = z.output<ReturnType<typeof MachineClientInput>>;

/** `preparing`: the secret is being made. `withdrawn`: a deletion that has not been finished; DELETE finishes it. */
const machineStates = ['preparing', 'active', 'withdrawn'] as const;
export type MachineState = (typeof machineStates)[number];

const machineFields = () => ({
  machineId: idSchema('machine'),
  /** What the machine client names itself with when it asks for a token. */
  oauthClientId: z.string(),
  /** null once it is erased. */
  name: z.nullable(z.string()),
  scopes: z.array(z.enum(machineScopes)),
  clientIds: z.array(idSchema('client')),
  state: z.enum(machineStates),
  createdAt: InstantOut(),
});

export const MachineClient = lazy(() => z.object(machineFields()));
export type MachineClient = z.input<ReturnType<typeof MachineClient>>;
export const MachineClientPage = lazy(() => pageOf(MachineClient()));
/** The secret is told once. */
export const NewMachineClient = lazy(() => z.object({ ...machineFields(), clientSecret: z.optional(z.string()) }));

export const OneUser = lazy(() => z.strictObject({ clientId: idSchema('client'), userId: idSchema('user') }));
export const OneOperator = lazy(() => z.strictObject({ userId: idSchema('user') }));
export const OneMachine = lazy(() => z.strictObject({ machineId: idSchema('machine') }));
