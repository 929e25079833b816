// Machine clients in an access world: made, deleted, listed, and known again by their tokens.
import { confirmCaller, membershipReads, tokenHolder } from '#shared/caller.ts';
import { type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import type { Engine } from '#test/support/engine.ts';
import { type Answered, type Call, machineClaims } from '#test/support/http-call.ts';
import { userRoutes } from '#users/routes.ts';
import type { MachineClient } from '#users/schema.ts';

export type NewMachine = MachineClient & { clientSecret?: string };

interface MachinePage {
  items: MachineClient[];
  nextCursor: string | null;
}

export interface MachineWorld extends SupervisedWorld {
  /** What `create` asks for. */
  body: { name: string; scopes: string[]; clientIds: string[] };
  create(call?: Call): Promise<Answered<NewMachine>>;
  remove(machineId: string): Promise<Answered<unknown>>;
  list(query?: Record<string, string>): Promise<MachinePage>;
  /** Whom the chain takes the holder of such a token for. */
  confirmed(machine: MachineClient): Promise<unknown>;
}

export async function machineWorld(engine: Engine): Promise<MachineWorld> {
  const world = await supervisedWorld(engine);
  const { supervisor: claims, clientId } = world;
  const body = { name: 'Växeln hos Nordvik', scopes: ['messages.write'], clientIds: [clientId] };
  return {
    ...world,
    body,
    create: (call = {}) => world.call<NewMachine>('POST /v1/machine-clients', { claims, body, ...call }),
    remove: (machineId) => world.call('DELETE /v1/machine-clients/{machineId}', { claims, params: { machineId } }),
    list: async (query = {}) => (await world.call<MachinePage>('GET /v1/machine-clients', { claims, query })).body,
    async confirmed({ oauthClientId, machineId }) {
      const token = machineClaims({ machineId, appClientId: oauthClientId }, [clientId], ['messages.write']);
      const holder = tokenHolder(token);
      if (!holder) return undefined;
      const reads = membershipReads(holder, clientId);
      const found = await world.app.db.read(reads);
      return confirmCaller(
        holder,
        reads.map((read) => found.get(read)),
        userRoutes.createMachineClient,
      );
    },
  };
}
