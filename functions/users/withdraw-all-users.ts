// Withdraws everybody from a client: who belongs nowhere else loses account and key, the others this membership.
import type { Item, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { IdentityApp } from '#users/identity-provider.ts';
import { membershipRead } from '#users/store.ts';
import { eraseUser, withdraw } from '#users/withdrawal.ts';

const PAGE = 25;
/** Each is another's change of the same user between the read and the write. */
const LOOKS = 4;

/**
 * Costs one query for each 25 members and for the end, and for each the read (2 units) and what a withdrawal costs. One after
 * the other: Cognito takes some 25 requests a second. What fails for one does not hold up the others.
 * @returns false where the time was up.
 */
export const withdrawAllUsers = (app: IdentityApp, run: LongRun, clientId: string): Promise<boolean> =>
  withdrawUsers(app, run, clientId, () => true);

/** As `withdrawAllUsers`, of some. */
export function withdrawUsers(
  app: IdentityApp,
  run: LongRun,
  clientId: string,
  goes: (member: Item) => boolean,
): Promise<boolean> {
  const members = {
    table: 'records' as const,
    partition: { name: recordsTable.partitionKey, value: recordKeys.membershipsOf(clientId).pk },
    limit: PAGE,
    consistent: true,
  };
  return eachPage(app, run, members, (items) => withdrawPage(app, run, clientId, items.filter(goes)));
}

async function withdrawPage(app: IdentityApp, { errors }: LongRun, clientId: string, items: readonly Item[]) {
  for (const { sk } of items) {
    const userId = sk as string;
    try {
      await withdrawOne(app, clientId, userId);
    } catch (error) {
      log.error('not-withdrawn', error, { clientId, userId });
      errors.push(error);
    }
  }
}

/** @throws StaleReadError where it changes again and again. */
export async function withdrawOne(app: IdentityApp, clientId: string, userId: string): Promise<void> {
  for (let look = 1; ; look++) {
    const user: ReadRequest = { table: 'records', key: recordKeys.user(userId) };
    const found = await app.db.read([membershipRead(clientId, userId), user]);
    // Read twice, and still no user: a restored table has a membership alone.
    if (look > 1 && found.get(membershipRead(clientId, userId)) && !found.get(user))
      return eraseUser(app, userId, clientId);
    try {
      return await withdraw(app, clientId, userId, found);
    } catch (error) {
      if (error instanceof Problem && error.code === 'not-found') return; // somebody else has done it
      if (!(error instanceof StaleReadError) || look === LOOKS) throw error;
    }
  }
}
