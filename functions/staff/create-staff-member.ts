// Adds a staff member to a client's register.
import { clientRead } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  type RequestIdentity,
  rememberedBy,
  rememberRequest,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { demandFuture } from '#staff/absence.ts';
import { demandOwnContacts } from '#staff/delivery-wishes.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, newStaff, type StaffContent, staffReads } from '#staff/store.ts';

type CreateStaffMember = (typeof staffRoutes)['createStaffMember'];

/**
 * Costs one batch read of 2 units (membership, client) and one transaction: 2 units for the record and each KB more, 2
 * for the keys, 2 with an Idempotency-Key. A replay reads the staff member once (2 units).
 */
export const createStaffMember: UseCase<CreateStaffMember> = {
  reads: ({ params }) => [clientRead(params.clientId)],

  async run(app, request) {
    const { params, body, caller, found, idempotencyKey } = request;
    if (!found.get(clientRead(params.clientId))) throw new Problem('not-found');
    const nowMs = app.clock.nowMs();
    demandFuture(body.absence, nowMs, '/absence');
    demandOwnContacts(body.delivery, body);
    const staff: StaffContent = {
      id: app.newId('staff'),
      clientId: params.clientId,
      version: 1,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      value: body,
    };
    const { writes, keys } = newStaff(staff);
    const remember =
      idempotencyKey === undefined
        ? []
        : [
            await rememberRequest(app, identityOf(request, idempotencyKey), {
              recordId: staff.id,
              bodyMac: bodyMac(keys.stableKey, body),
            }),
          ];

    try {
      await app.db.commit([...writes, ...remember]);
    } catch (error) {
      const earlier = rememberedBy(error, writes.length);
      if (earlier) return replay(app, request, earlier);
      throw error;
    }
    return { status: 201, body: showStaff(staff, viewFor(caller, staff.id), nowMs), version: staff.version };
  },
};

const identityOf = ({ params, caller }: Request<CreateStaffMember>, idempotencyKey: string): RequestIdentity => ({
  clientId: params.clientId,
  callerId: caller.id,
  routeId: 'createStaffMember',
  idempotencyKey,
});

async function replay(
  app: App,
  { params, body, caller }: Request<CreateStaffMember>,
  { recordId, bodyMac: mac }: Remembered,
): Promise<Reply<CreateStaffMember>> {
  const found = await app.db.read(staffReads(params.clientId, recordId));
  const staff = await demandStaff(app, found, params.clientId, recordId);
  demandSameBody(staff.keys.stableKey, body, mac);
  const shown = showStaff(staff, viewFor(caller, staff.id), app.clock.nowMs());
  return { status: 201, body: shown, version: staff.version };
}
