// The whole service in process on a world of tables: its API by every caller, senders, tick, sweeper.
import { accessUseCases } from '#api/access.ts';
import { serveAmendments } from '#api/amendments.ts';
import { serveAttention } from '#api/attention.ts';
import { serveDesk } from '#api/desk.ts';
import { serveDirectory } from '#api/directory.ts';
import { serveMessages } from '#api/messages.ts';
import { routeTable } from '#api/route-table.ts';
import { serveStaff } from '#api/staff.ts';
import { forgetNotices } from '#clients/forget-notices.ts';
import { keepTombstones } from '#shared/keep-erasures.ts';
import type { Api } from '#shared/route.ts';
import { serve } from '#shared/serve.ts';
import { forgetAbsences } from '#staff/forget-absences.ts';
import { type Delivering, delivering } from '#test/support/delivering.ts';
import { deskApp } from '#test/support/desk-app.ts';
import type { FakeIdentity } from '#test/support/fake-identity.ts';
import { type Answered, type Call, type Caller, callerOf } from '#test/support/http-call.ts';
import type { MemoryEvidence } from '#test/support/memory-evidence.ts';
import type { World } from '#test/support/started-engine.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import { userRoutes } from '#users/routes.ts';

const machinePlaces = ['place-a', 'place-b', 'place-c'];

/** What is outside of the tables, and so the same before and after a restore. */
export interface Outside {
  identity: FakeIdentity;
  evidence: MemoryEvidence;
}

export interface House extends Outside {
  world: World;
  access: AccessApp;
  /** `call('GET /v1/clients', …)`, as the gateway would route it. */
  call: Caller;
  /** The same, of what has to succeed. @throws Error with the answer otherwise. */
  ask<T>(routeKey: string, call?: Call): Promise<T>;
  sending: Delivering;
  sweeper: Sweeping;
  /** All that the sweeper's function does. */
  sweep(): Promise<void>;
}

export function openHouse(world: World, { identity, evidence }: Outside): House {
  const { app } = world;
  const sweeper = sweeping(world, evidence);
  const access: AccessApp = { ...app, identity, machinePlaces, retentionMonths: 6 };
  const planning = { ...app, retentionMonths: 6, smsCountries: ['SE', 'NO'] };
  const callers: Partial<Record<Api, Caller>> = {
    directory: callerOf(serveDirectory(() => ({ ...app, retentionMonths: 6 }))),
    staff: callerOf(serveStaff(() => app)),
    desk: callerOf(serveDesk(() => deskApp(world))),
    messages: callerOf(serveMessages(() => planning)),
    amendments: callerOf(serveAmendments(() => planning)),
    attention: callerOf(serveAttention(() => app)),
    access: callerOf(serve(userRoutes, accessUseCases, () => access)),
  };
  const apiOf = new Map(routeTable.map(({ method, path, api }) => [`${method} ${path}`, api]));
  const call: Caller = (routeKey, more) => {
    const caller = callers[apiOf.get(routeKey) ?? 'public'];
    if (!caller) throw new Error(`The drill does not serve ${routeKey}`);
    return caller(routeKey, more);
  };
  return {
    world,
    identity,
    evidence,
    access,
    call,
    async ask<T>(routeKey: string, more?: Call) {
      const answer: Answered<T> = await call<T>(routeKey, more);
      if (answer.status >= 300) throw new Error(`${routeKey}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
    sending: delivering({ app }, { capPerClientAndDay: 1_000_000 }),
    sweeper,
    async sweep() {
      await sweeper.sweep();
      await keepTombstones(sweeper.app);
      await forgetAbsences(app);
      await forgetNotices(app);
    },
  };
}
