// When a change of a sub-processor may hold: after thirty days for whoever is told of it a day late, at once before any agreement.
import { addDaysTo, localOf } from '#calendar/local-time.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { AGREEMENT_PARTITION, recordsTable } from '#shared/tables.ts';

/** Letters go out within a day. */
const NOTICE_DAYS = 31;

/** One query of the index. It may be some seconds behind. */
async function anyAgreement({ db }: App): Promise<boolean> {
  const { name, partitionKey } = recordsTable.indexes.due;
  const partition = { name: partitionKey, value: AGREEMENT_PARTITION };
  return (await db.query({ table: 'records', index: name, partition, limit: 1 })).items.length > 0;
}

/**
 * @param asked the day that is wished for.
 * @returns the day; undefined where nobody is to be told, and it holds at once.
 * @throws Problem invalid-request for a day that is too early.
 */
export async function firstDay(app: App, asked: string | undefined): Promise<string | undefined> {
  const today = localOf(app.clock.nowMs()).date;
  const earliest = (await anyAgreement(app)) ? addDaysTo(today, NOTICE_DAYS) : today;
  const day = asked ?? earliest;
  if (day < earliest)
    throw new Problem('invalid-request', { errors: [{ pointer: '/holdsFrom', detail: `Not before ${earliest}` }] });
  return day > today ? day : undefined;
}
