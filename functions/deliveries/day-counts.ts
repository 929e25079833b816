// What is counted of a client on a day: the SMS it has caused, and the tests it has sent.
import { localOf } from '#calendar/local-time.ts';
import { toSeconds } from '#shared/clock.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

const KEPT_SECONDS = 3 * 24 * 60 * 60;

/** Far more than a client needs that tries everybody's plan, and of no use to whoever wants to fill somebody's mailbox. */
export const TESTS_PER_CLIENT_AND_DAY = 100;

/** The item of the day, by Stockholm's clocks, and what every change of it sets. */
export const dayCount = (clientId: string, nowMs: number) => ({
  key: recordKeys.smsCount(clientId, localOf(nowMs).date),
  set: 'SET kind = :kind, #ttl = :ttl',
  names: { '#ttl': 'ttl' },
  values: { ':kind': 'smsCount', ':ttl': toSeconds(nowMs) + KEPT_SECONDS, ':one': 1 },
});

/** 2 write units in the transaction of a test; its condition does not hold where there were enough. */
export function countTest(clientId: string, nowMs: number): Write {
  const { key, set, names, values } = dayCount(clientId, nowMs);
  return {
    table: 'records',
    update: key,
    change: `${set} ADD tests :one`,
    condition: {
      expression: 'attribute_not_exists(tests) OR tests < :most',
      names,
      values: { ...values, ':most': TESTS_PER_CLIENT_AND_DAY },
    },
  };
}
