// A page of the members of one home, with what is shown of them.
import type { App } from '#shared/app.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { registerReads } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import { type Home, type Membership, openMember, userIn } from '#users/store.ts';

interface Page {
  limit: number;
  cursor?: string | undefined;
}

/** Costs 1 query and 1 read request for each 50 members. */
export async function membersPage(app: App, routeId: string, home: Home, { limit, cursor }: Page) {
  const scope = { clientId: home, routeId, filters: {} };
  const startAfter = await openCursor(app.serviceKeys, scope, cursor);
  const { items, next } = await app.db.query({
    table: 'records',
    partition: { name: 'pk', value: recordKeys.membershipsOf(home).pk },
    newestFirst: true,
    limit,
    consistent: true,
    ...(startAfter && { startAfter }),
  });
  const ids = items.map(({ sk }) => sk as string);
  const found = await app.db.read(ids.flatMap((userId) => registerReads(recordKeys.user(userId))));
  const members = items.map((item) => {
    const userId = item.sk as string;
    return openMember(home, userId, userIn(found, userId), item as unknown as Membership);
  });
  return { members, nextCursor: await sealCursor(app.serviceKeys, scope, next) };
}
