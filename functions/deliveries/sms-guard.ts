// What stands before every SMS: the countries that it may go to, and a cap for each client and day.
import { dayCount } from '#deliveries/day-counts.ts';
import type { Handover } from '#deliveries/handover.ts';
import type { App } from '#shared/app.ts';
import { parsePhone } from '#shared/phone.ts';

export interface SmsLimits {
  /** ISO 3166. */
  countries: readonly string[];
  capPerClientAndDay: number;
}

/**
 * Counts an SMS before it is sent: one update, 1 unit, where the country may be sent to. A retry counts again.
 * @returns what to write down instead of sending, or undefined: send.
 */
export async function refuseSms(
  app: App,
  limits: SmsLimits,
  clientId: string,
  to: string,
): Promise<Handover | undefined> {
  const country = parsePhone(to)?.country;
  if (!country || !limits.countries.includes(country)) return { outcome: 'failed', code: 'CountryNotAllowed' };
  const nowMs = app.clock.nowMs();
  const { key, set, names, values } = dayCount(clientId, nowMs);
  const counted = await app.db.update('records', key, `${set} ADD sent :one`, {
    expression: 'attribute_not_exists(sent) OR sent < :cap',
    names,
    values: { ...values, ':cap': limits.capPerClientAndDay },
  });
  return counted ? undefined : { outcome: 'failed', code: 'SmsCapReached' };
}
