// What a route is, as data: read by the gateway, the functions, the OpenAPI document, the local runner and the tests.
import type * as z from 'zod/mini';
import type { ProblemCode } from '#shared/problems.ts';

export const scopes = [
  'directory.read',
  'directory.write',
  'messages.read',
  'messages.write',
  'access.manage',
  'privacy.read',
  'privacy.write',
] as const;
export type Scope = (typeof scopes)[number];
/** The resource server's identifier: tokens carry `answeronline/messages.read`. */
export const RESOURCE_SERVER = 'answeronline';
export const fullScope = (scope: Scope) => `${RESOURCE_SERVER}/${scope}`;
/** Machine clients never manage access. */
export const machineScopes = ['directory.read', 'directory.write', 'messages.read', 'messages.write'] as const;

export const roles = ['supervisor', 'operator', 'privacyOfficer', 'clientAdmin', 'staffMember', 'machine'] as const;
export type Role = (typeof roles)[number];

export type Api =
  | 'directory'
  | 'staff'
  | 'desk'
  | 'access'
  | 'messages'
  | 'amendments'
  | 'attention'
  | 'agreements'
  | 'documents'
  | 'privacy'
  | 'requests'
  | 'findings'
  | 'public';
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A schema built on first use: thirty of them at import would cost a cold start 8 ms. */
export type Lazy<T extends z.ZodMiniType = z.ZodMiniType> = () => T;

export interface Route {
  /** The operationId; the use case's file has the same name in kebab-case. */
  readonly id: string;
  readonly method: Method;
  /** As API Gateway writes it: `/v1/clients/{clientId}`. */
  readonly path: string;
  readonly api: Api;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** null: open to everybody, no token is read. */
  readonly scope: Scope | null;
  /**
   * For a write whose answer holds more than what was sent: who may not read is not told by it. And for a read of two things.
   * Needed as well.
   */
  readonly readScope?: Scope;
  /** Who may call it. People of the service and machine clients reach every client they are bound to, others their own. */
  readonly roles: readonly Role[];
  readonly params?: Lazy;
  readonly query?: Lazy;
  readonly body?: Lazy;
  /** Answers with a page for people: what it replies with is the text of an HTML document. */
  readonly html?: true;
  /** Answers with a paper, saved under the last id of its path: what it replies with is the bytes of a PDF. */
  readonly pdf?: true;
  /** Reply schemas by status; null is an empty body. */
  readonly replies: Readonly<Record<number, Lazy | null>>;
  /** Codes of the problems the use case may answer beside those of the chain. */
  readonly problems?: readonly ProblemCode[];
  /** Creates: honours Idempotency-Key. */
  readonly idempotent?: true;
  /** Edits: demands If-Match. */
  readonly ifMatch?: true;
  /**
   * Why it leaves no row in the audit although it is no GET. Every other route that changes something leaves one: the chain
   * sees to it.
   */
  readonly unwitnessed?: 'its record tells' | 'it counts' | 'it only reads';
  /** The field of its body, an enumeration, whose value stands in the audit beside the route: which of its doings it was. */
  readonly auditDetail?: string;
  /** Erases: people of the service say why (`?why=`), and the audit has it. */
  readonly asksWhy?: true;
  /** Stores staff or messages: refused before the client's first agreement is signed. */
  readonly agreed?: true;
  /** Answers about a client that is erased too; every other route with a client in its path is 410 for it. */
  readonly ofErased?: true;
}

/** All that a token must carry. The gateway, for which any one will do, asks for the first. */
export const scopesOf = ({ scope, readScope }: Pick<Route, 'scope' | 'readScope'>): Scope[] =>
  [scope, readScope].filter((one) => one !== null && one !== undefined);

type Inferred<L> = L extends Lazy<infer S> ? z.output<S> : undefined;
export type Params<R extends Route> = Inferred<R['params']>;
export type Query<R extends Route> = Inferred<R['query']>;
export type Body<R extends Route> = Inferred<R['body']>;
type ReplyOf<L> = L extends Lazy<infer S> ? z.input<S> : undefined;
/** What a use case may answer: one of the row's statuses with its body, and the version for the ETag where there is one. */
export type Reply<R extends Route> = {
  [S in keyof R['replies'] & number]: { status: S; body: ReplyOf<R['replies'][S]>; version?: number };
}[keyof R['replies'] & number];

/** A group of rows by id; keeps their literal types. The id stands once: as the name in the group. */
export const routesOf = <const R extends Readonly<Record<string, Omit<Route, 'id'>>>>(
  rows: R,
): { readonly [Id in keyof R & string]: R[Id] & { readonly id: Id } } =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { id, ...row }])) as {
    readonly [Id in keyof R & string]: R[Id] & { readonly id: Id };
  };

/** A schema that is built once, on first use. */
export function lazy<T extends z.ZodMiniType>(build: () => T): () => T {
  let built: T | undefined;
  return () => {
    built ??= build();
    return built;
  };
}
