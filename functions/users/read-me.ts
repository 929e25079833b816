// Who the caller is: what the portal needs to know before it can show anything.
import { clientReads, openClient } from '#clients/store.ts';
import type { Caller } from '#shared/caller.ts';
import { keyRead, registerReads } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { AccessApp } from '#users/identity-provider.ts';
import type { userRoutes } from '#users/routes.ts';
import type { ClientRole, Me, ServiceRole } from '#users/schema.ts';
import { type Home, membershipIn, openMembership, userIn } from '#users/store.ts';

const homesOf = ({ clientIds }: Caller): readonly Home[] => (clientIds === 'all' ? [SERVICE] : clientIds);

/**
 * Costs two batch reads: the chain's (1 unit a membership) and one of the user (2 units), what each home calls the user
 * (1 unit) and each client (2 units).
 */
export const readMe: UseCase<(typeof userRoutes)['readMe'], AccessApp> = {
  async run(app, { caller, found }) {
    const homes = homesOf(caller).filter((home) => membershipIn(found, home, caller.id)?.state === 'active');
    const ofClients = homes.filter((home) => home !== SERVICE);
    await app.db.read(
      [
        ...registerReads(recordKeys.user(caller.id)),
        ...homes.map((home) => keyRead(recordKeys.membership(home, caller.id))),
        ...ofClients.flatMap(clientReads),
      ],
      found,
    );
    const names = homes.map((home) => openMembership(found, home, caller.id)?.name);
    const ofService = caller.clientIds === 'all';
    return {
      status: 200,
      body: {
        userId: caller.id,
        name: names.find((name) => name !== undefined) ?? null,
        email: userIn(found, caller.id)?.email ?? null,
        door: ofService ? 'desk' : 'portal',
        role: ofService ? (caller.role as ServiceRole) : null,
        memberships: ofClients.flatMap((clientId): Me['memberships'] => {
          const client = openClient(found, clientId);
          const membership = membershipIn(found, clientId, caller.id);
          if (!client || !membership) return [];
          return [
            {
              clientId,
              clientName: client.value.name,
              status: client.status,
              role: membership.role as ClientRole,
              staffId: membership.staffId ?? null,
              setsAbsences: membership.setsAbsences ?? false,
              maySign: membership.maySign ?? false,
              agreed: client.agreement !== undefined,
            },
          ];
        }),
        retentionMonths: app.retentionMonths,
      },
    };
  },
};
