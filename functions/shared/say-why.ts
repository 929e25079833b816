// The reason that a request gives, and who has to give one.
import * as z from 'zod/mini';
import type { ReadRequest } from '#shared/found.ts';
import { idSchema } from '#shared/ids.ts';
import { Problem } from '#shared/problems.ts';
import { type GivenReason, givenReasons } from '#shared/reasons.ts';
import { lazy, type Role } from '#shared/route.ts';
import { recordKeys } from '#shared/tables.ts';

/** The fields of a query (or a body) that asks for a reason. */
export const reasonFields = () => ({
  /** Why, for the audit. */
  why: z.optional(z.enum(givenReasons)),
  /** With `subjectRequest`: which. */
  requestId: z.optional(idSchema('request')),
});

export const ReasonQuery = lazy(() => z.strictObject(reasonFields()));

export interface GivenWhy {
  why?: GivenReason | undefined;
  requestId?: string | undefined;
}

/** Whoever is not of the client. */
const ofService: readonly Role[] = ['supervisor', 'operator', 'privacyOfficer'];

/** People of the service say why they open what is old or protected; the client's own need not. */
export const mustSayWhy = ({ role }: { role: Role }): boolean => ofService.includes(role);

/** @throws Problem reason-required. */
export function demandReason(caller: { role: Role }, { why }: GivenWhy): void {
  if (why === undefined && mustSayWhy(caller)) throw new Problem('reason-required');
}

/** The subject request that a reason names: an id that leads nowhere proves nothing. 2 units for each 4 KB of it. */
export const readOfReason = (clientId: string, { requestId }: GivenWhy): ReadRequest | undefined =>
  requestId === undefined ? undefined : { table: 'records', key: recordKeys.request(clientId, requestId) };

export const unknownRequest = (pointer = 'query/requestId'): Problem =>
  new Problem('invalid-request', {
    errors: [{ pointer, detail: 'This client has no such subject request' }],
  });
