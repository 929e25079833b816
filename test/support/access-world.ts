// A world for the routes of access: the real handler on a real engine, with a made-up identity provider.
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { accessUseCases } from '#api/access.ts';
import type { Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import { serve } from '#shared/serve.ts';
import { recordKeys, type TableId } from '#shared/tables.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Engine, World } from '#test/support/engine.ts';
import { type FakeIdentity, fakeIdentity } from '#test/support/fake-identity.ts';
import { type Caller, callerOf } from '#test/support/http-call.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { userRoutes } from '#users/routes.ts';

export interface AccessWorld extends World {
  app: AccessApp;
  identity: FakeIdentity;
  crashes: CrashPoints;
  call: Caller;
  /** Writes a client's row, as far as access needs one. */
  aClientRow(): Promise<string>;
  aStaffRow(clientId: string): Promise<string>;
  /** Everything that stands in a table. */
  rows(table: TableId): Promise<Item[]>;
  /** The same as text, bytes read as letters. */
  text(table: TableId): Promise<string>;
}

export const machinePlaces = ['place-a', 'place-b', 'place-c'];

export async function accessWorld(engine: Engine): Promise<AccessWorld> {
  const world = await engine.world();
  const { raw, tables, clock } = world;
  const crashes = new CrashPoints();
  crashes.watch(world.client);
  const identity = fakeIdentity(crashes);
  const app: AccessApp = { ...world.app, identity, machinePlaces };
  const put = (Item: Item) => raw.send(new PutCommand({ TableName: tables.records, Item }));
  const rows = async (table: TableId): Promise<Item[]> => {
    const { Items = [] } = await raw.send(new ScanCommand({ TableName: tables[table], ConsistentRead: true }));
    return Items;
  };
  return {
    ...world,
    app,
    identity,
    crashes,
    call: callerOf(serve(userRoutes, accessUseCases, () => app)),
    async aClientRow() {
      const clientId = newId('client', clock.nowMs());
      await put({ ...recordKeys.client(clientId), kind: 'client' });
      return clientId;
    },
    async aStaffRow(clientId) {
      const staffId = newId('staff', clock.nowMs());
      await put({ ...recordKeys.staff(clientId, staffId), kind: 'staff' });
      return staffId;
    },
    rows,
    async text(table) {
      return JSON.stringify(await rows(table), (_, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value,
      );
    },
  };
}
