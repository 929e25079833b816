// A colleague to ask instead, as the desk shows one: who it is, whether in, and whether calls may be put through.
import * as z from 'zod/mini';
import { rfc3339 } from '#shared/clock.ts';
import { InstantOut } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { availabilityAt } from '#staff/availability.ts';
import type { StaffContent } from '#staff/store.ts';

export const ColleagueOut = () =>
  z.object({
    staffId: idSchema('staff'),
    name: z.string(),
    title: z.nullable(z.string()),
    availability: z.object({
      state: z.enum(['in', 'away']),
      until: z.nullable(InstantOut()),
      reason: z.nullable(z.string()),
    }),
    connect: z.enum(['yes', 'ask', 'no']),
  });
export type ColleagueView = z.input<ReturnType<typeof ColleagueOut>>;

/** @returns undefined for whom nobody is referred to: a protected person, or one who is not active. */
export function colleagueView({ id, value }: StaffContent, nowMs: number): ColleagueView | undefined {
  const { state, away, connect } = availabilityAt(value, nowMs);
  if (value.protected || state === 'inactive') return undefined;
  return {
    staffId: id,
    name: value.name,
    title: value.title,
    availability: { state, until: away ? rfc3339(away.backMs) : null, reason: away?.reason ?? null },
    connect,
  };
}
