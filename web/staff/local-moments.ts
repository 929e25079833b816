// Moments in fields for date and time: what stands there is Stockholm's clock, what is sent is the instant.
const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** "2026-11-28T10:42" for an instant. */
export const localOf = (instant: string | number): string => format.format(new Date(instant)).replace(' ', 'T');

const HOUR_MS = 3_600_000;

/** Of two that the clock shows in autumn the earlier; one that it skips in spring is an hour later. */
export function instantOf(local: string): string | null {
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return null;
  const summer = asUtc - 2 * HOUR_MS;
  return new Date(localOf(summer) === local.slice(0, 16) ? summer : asUtc - HOUR_MS).toISOString();
}
