// The filters of the inbox: in the address as ids, days and words of the API, never as names or search texts.
import type { Query } from '#web/api/types.ts';
import { dayEndMs, dayStartMs } from '#web/parts/day-bounds.ts';

export interface Filters {
  readonly state?: 'open' | 'handled';
  readonly staffId?: string;
  /** Days in Stockholm, both with: `2026-11-28`. */
  readonly from?: string;
  readonly until?: string;
  readonly urgent?: true;
}

const isDay = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** What somebody has written into the address by hand and means nothing is left out. */
export function filtersOf(query: Readonly<Record<string, string>>): Filters {
  const { state, staff, from, until, urgent } = query;
  return {
    ...((state === 'open' || state === 'handled') && { state }),
    ...(staff !== undefined && /^stf_[0-9A-Z]{26}$/.test(staff) && { staffId: staff }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
    ...(urgent === '1' && { urgent: true }),
  };
}

/** With its question mark; empty where nothing is filtered. Always in the same order: it is the name of the list too. */
export function queryOf({ state, staffId, from, until, urgent }: Filters): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (staffId) query.set('staff', staffId);
  if (from) query.set('from', from);
  if (until) query.set('until', until);
  if (urgent) query.set('urgent', '1');
  return query.size === 0 ? '' : `?${query}`;
}

export function askedOf({ state, staffId, from, until, urgent }: Filters): Query<'listMessages'> {
  return {
    ...(state && { state }),
    ...(staffId && { staffId }),
    ...(urgent && { urgency: 'urgent' as const }),
    ...(from && { from: new Date(dayStartMs(from)).toISOString() }),
    ...(until && { to: new Date(dayEndMs(until)).toISOString() }),
  };
}

/** Beside the state, which always shows. */
export const filterCount = ({ staffId, from, until, urgent }: Filters): number =>
  [staffId, from, until, urgent].filter((one) => one !== undefined).length;
