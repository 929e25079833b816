// The functions of clients, staff and the desk on an engine of its own, with a caller of each kind.
import { serveDesk } from '#api/desk.ts';
import { serveDirectory } from '#api/directory.ts';
import { routeTable } from '#api/route-table.ts';
import { serveStaff } from '#api/staff.ts';
import type { Client } from '#clients/schema.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Api } from '#shared/route.ts';
import type { StaffMember } from '#staff/schema.ts';
import { aClient, type ClientBody } from '#test/support/builders/clients.ts';
import { aStaffMember, type StaffBody } from '#test/support/builders/staff.ts';
import { deskApp } from '#test/support/desk-app.ts';
import type { Engine, World } from '#test/support/engine.ts';
import { type Answered, type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { servicePerson } from '#test/support/people.ts';
import { signInTables } from '#test/support/sign-in-tables.ts';

export interface DirectoryWorld extends World {
  call: Caller;
  supervisor: Claims;
  operator: Claims;
  /** A client that a supervisor has set up, and that has signed; without numbers unless they are given, for they are one client's only. */
  aClient(changes?: Partial<ClientBody>): Promise<Answered<Client>>;
  aStaffMember(clientId: string, changes?: Partial<StaffBody>): Promise<Answered<StaffMember>>;
}

const apiOf = (routeKey: string) =>
  routeTable.find(({ method, path }) => `${method} ${path}` === routeKey)?.api ?? 'directory';

export async function directoryWorld(engine: Engine, retentionMonths = 6): Promise<DirectoryWorld> {
  const world = await engine.world();
  const callers: Partial<Record<Api, Caller>> = {
    directory: callerOf(serveDirectory(() => ({ ...world.app, retentionMonths }))),
    staff: callerOf(serveStaff(() => world.app)),
    desk: callerOf(serveDesk(() => deskApp(world, retentionMonths))),
  };
  const call: Caller = (routeKey, more) => {
    const caller = callers[apiOf(routeKey)];
    if (!caller) throw new Error(`Not a route of the directory: ${routeKey}`);
    return caller(routeKey, more);
  };
  const supervisor = await servicePerson(world, 'supervisor');
  const operator = await servicePerson(world, 'operator');
  return {
    ...world,
    call,
    supervisor,
    operator,
    async aClient(changes) {
      const body = aClient({ numbers: [], ...changes });
      const made = await call<Client>('POST /v1/clients', { claims: supervisor, body });
      if (made.status !== 201) return made;
      const agreedAt = rfc3339(await signInTables(world, made.body.id));
      return { ...made, body: { ...made.body, agreedAt } };
    },
    aStaffMember: (clientId, changes) =>
      call<StaffMember>('POST /v1/clients/{clientId}/staff', {
        claims: supervisor,
        params: { clientId },
        body: aStaffMember(changes),
      }),
  };
}
