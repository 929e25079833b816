// The witness of a changing route: the row of the audit that its first transaction carries.
import type { App } from '#shared/app.ts';
import { type Act, auditWrite } from '#shared/audit.ts';
import type { Caller } from '#shared/caller.ts';
import type { Database, Witness } from '#shared/database.ts';
import type { ParsedRequest } from '#shared/parse-request.ts';
import { type Reason, reasons } from '#shared/reasons.ts';
import type { Route } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** What the chain takes from the bag for it. */
export interface WitnessedApp extends Pick<App, 'clock' | 'newId'> {
  readonly db: Pick<Database, 'witnessedBy'>;
}

/** The client's own people and systems need not say it. */
const OWN_WISH = { why: 'clientAsked' } as const;

/** By construction: whatever may change something, and is not excepted by its row. */
export const isWitnessed = ({ method, scope, unwitnessed }: Route): boolean =>
  method !== 'GET' && scope !== null && unwitnessed === undefined;

/**
 * The bag whose first transaction that changes something writes down who did what: 2 units more, and 1 for the index. What
 * changes nothing, a refusal or a repetition, leaves no row.
 */
export function witnessed<A extends WitnessedApp>(app: A, route: Route, parsed: ParsedRequest, caller: Caller): A {
  const { params } = parsed;
  const witness: Witness = (writes, made) =>
    auditWrite(app, {
      clientId: params.clientId ?? SERVICE,
      by: caller.id,
      role: caller.role,
      act: route.id,
      detail: detailIn(route, parsed),
      recordId: lastIdOf(route, params) ?? made ?? idMadeBy(writes) ?? params.clientId,
      ...(route.asksWhy && OWN_WISH),
      ...reasonIn(parsed),
    });
  return { ...app, db: app.db.witnessedBy(witness) };
}

/** `/v1/clients/{clientId}/staff/{staffId}/absence`: the staff member. */
function lastIdOf({ path }: Route, params: Readonly<Record<string, string | undefined>>): string | undefined {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const last = names.filter((name) => name !== 'clientId').at(-1);
  return last && params[last];
}

const ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** What stands at an address that is an id of ours: the first, where there are several. */
function idMadeBy(writes: readonly Write[]): string | undefined {
  const ids = writes.flatMap((write) => ('put' in write && write.table === 'records' ? [write.put.sk] : []));
  return ids.find((id): id is string => typeof id === 'string' && ID.test(id));
}

const CODE = /^[A-Za-z]{1,40}$/;

function detailIn({ auditDetail }: Route, { body }: ParsedRequest): string | undefined {
  const value = auditDetail === undefined ? undefined : (body as Readonly<Record<string, unknown>>)[auditDetail];
  return typeof value === 'string' && CODE.test(value) ? value : undefined;
}

/** Where the route asks for a reason, in its query or its body. */
function reasonIn({ query, body }: ParsedRequest): Pick<Act, 'why' | 'requestId'> {
  const { why, requestId } = { ...(query as object), ...(body as object) } as { why?: unknown; requestId?: unknown };
  return {
    ...(reasons.includes(why as Reason) && { why: why as Reason }),
    ...(typeof requestId === 'string' && ID.test(requestId) && { requestId }),
  };
}
