// What stands before every SMS: the countries that it may go to, and a cap for each client and day.
import { TZDate } from '@date-fns/tz';
import type { Handover } from '#deliveries/handover.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { parsePhone } from '#shared/phone.ts';
import { TIME_ZONE } from '#shared/retention.ts';
import { recordKeys } from '#shared/tables.ts';

export interface SmsLimits {
  /** ISO 3166. */
  countries: readonly string[];
  capPerClientAndDay: number;
}

const KEPT_SECONDS = 3 * 24 * 60 * 60;

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
  const day = new TZDate(nowMs, TIME_ZONE).toISOString().slice(0, 10);
  const counted = await app.db.update(
    'records',
    recordKeys.smsCount(clientId, day),
    'SET kind = :kind, #ttl = :ttl, sent = if_not_exists(sent, :none) + :one',
    {
      expression: 'attribute_not_exists(sent) OR sent < :cap',
      names: { '#ttl': 'ttl' },
      values: {
        ':kind': 'smsCount',
        ':ttl': toSeconds(nowMs) + KEPT_SECONDS,
        ':none': 0,
        ':one': 1,
        ':cap': limits.capPerClientAndDay,
      },
    },
  );
  return counted ? undefined : { outcome: 'failed', code: 'SmsCapReached' };
}
