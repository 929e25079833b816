// A page of the members of one home, with what is shown of them.
import type { App } from '#shared/app.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { registerReads } from '#shared/register.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import { type Home, memberIn } from '#users/store.ts';

interface Page {
  limit: number;
  cursor?: string | undefined;
}

/** Costs a query of the page, one of its keys over the same range, and 1 read request for each 50 members. */
export async function membersPage(app: App, routeId: string, home: Home, { limit, cursor }: Page) {
  const scope = { clientId: home, routeId, filters: {} };
  const startAfter = await openCursor(app.serviceKeys, scope, cursor);
  const { found, sortKeys, next } = await readRegisterPage(app.db, recordKeys.membershipsOf(home).pk, {
    limit,
    startAfter,
  });
  await app.db.read(
    sortKeys.flatMap((userId) => registerReads(recordKeys.user(userId))),
    found,
  );
  const members = sortKeys.map((userId) => memberIn(found, home, userId)).filter((member) => member !== undefined);
  return { members, nextCursor: await sealCursor(app.serviceKeys, scope, next) };
}
