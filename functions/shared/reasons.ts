// Why somebody opened what is not opened without a reason: codes, for the audit.
import * as z from 'zod/mini';
import { idSchema } from '#shared/ids.ts';
import { Problem } from '#shared/problems.ts';
import { lazy, type Role } from '#shared/route.ts';

/** What a person may say. */
export const givenReasons = ['subjectRequest', 'clientAsked', 'complaint', 'fault', 'incident'] as const;
/** What a route says by itself: that a caller waits, or that the register is looked after. */
const impliedReasons = ['call', 'upkeep'] as const;

export type GivenReason = (typeof givenReasons)[number];
export type Reason = GivenReason | (typeof impliedReasons)[number];

export const reasons: readonly Reason[] = [...givenReasons, ...impliedReasons];

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
