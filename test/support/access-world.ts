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
import { type Answered, type Call, type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { servicePerson } from '#test/support/people.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { userRoutes } from '#users/routes.ts';
import type { User } from '#users/schema.ts';

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
  const app: AccessApp = { ...world.app, identity, machinePlaces, retentionMonths: 6 };
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
      await put({ ...recordKeys.client(clientId), kind: 'client', agreedAt: clock.nowMs() });
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

/** An access world with a supervisor, who has no account there, and a client. */
export interface SupervisedWorld extends AccessWorld {
  supervisor: Claims;
  clientId: string;
  /** Karin Ek, to the client, by the supervisor, unless the call says otherwise. */
  invite(call?: Call): Promise<Answered<User>>;
}

export const karin = { email: 'Karin.Ek@nordvik.example', name: 'Karin Ek', role: 'clientAdmin' };

export async function supervisedWorld(engine: Engine): Promise<SupervisedWorld> {
  const world = await accessWorld(engine);
  const supervisor = await servicePerson(world, 'supervisor');
  const clientId = await world.aClientRow();
  return {
    ...world,
    supervisor,
    clientId,
    invite: (call = {}) =>
      world.call<User>('POST /v1/clients/{clientId}/users', {
        claims: supervisor,
        params: { clientId },
        body: karin,
        ...call,
      }),
  };
}
