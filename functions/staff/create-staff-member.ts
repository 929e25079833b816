// Adds a staff member to a client's register.
import type { App } from '#shared/app.ts';
import { auditReads } from '#shared/audit.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  recallRefused,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { colleagueReads, wrongColleagues } from '#staff/colleagues.ts';
import { foreignContacts } from '#staff/delivery-wishes.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { protectedAmong, showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, newStaff, type StaffContent, staffReads } from '#staff/store.ts';
import { keptTimed, wrongTimed } from '#staff/timed-details.ts';

type CreateStaffMember = (typeof staffRoutes)['createStaffMember'];

/**
 * Costs one batch read of 2 units (membership, client; 2 more for each colleague in plan and absences) and one transaction:
 * 2 units for the record and each KB more, 2 for the keys, 3 for the witness, 2 with an Idempotency-Key, 1 for the index where
 * an absence is to be forgotten. A replay reads the staff member once (2 units), and where it would be refused by now the remembered request
 * before that (1 unit); of a protected person that is a reading, which is written down (3 units).
 */
export const createStaffMember: UseCase<CreateStaffMember> = {
  reads: ({ params, body }) => colleagueReads(params.clientId, body),

  async run(app, request) {
    const { params, body, caller } = request;
    const nowMs = app.clock.nowMs();
    const identity = requestIdentity('createStaffMember', params.clientId, request);
    const refusal = refusalOf(request, nowMs);
    if (refusal) return replay(app, request, await recallRefused(app, identity, refusal));

    const staff: StaffContent = {
      id: app.newId('staff'),
      clientId: params.clientId,
      version: 1,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
      value: { ...body, ...keptTimed(body, { ...app, nowMs }) },
    };
    const { writes, keys } = newStaff(staff);
    const remembered = { recordId: staff.id, bodyMac: bodyMac(keys.stableKey, body) };
    const remember = identity ? [await rememberRequest(app, identity, remembered)] : [];

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

/** A value, because a post that was taken before is answered all the same. */
function refusalOf(
  { params: { clientId }, body, found }: Request<CreateStaffMember>,
  nowMs: number,
): Problem | undefined {
  const errors = [
    ...wrongTimed(body, nowMs),
    ...foreignContacts(body.delivery, body),
    ...wrongColleagues(body, { clientId, ownId: undefined, found }),
  ];
  return errors.length > 0 ? new Problem('invalid-request', { errors }) : undefined;
}

async function replay(
  app: App,
  { params, body, caller }: Request<CreateStaffMember>,
  { recordId, bodyMac: mac }: Remembered,
): Promise<Reply<CreateStaffMember>> {
  const found = await app.db.read(staffReads(params.clientId, recordId));
  const staff = await demandStaff(app, found, params.clientId, recordId);
  demandSameBody(staff.keys.stableKey, body, mac);
  // What the others have made of the record since is a reading.
  const reading = { clientId: params.clientId, act: 'createStaffMember', why: 'upkeep' } as const;
  await auditReads(app, caller, reading, protectedAmong([staff]));
  const shown = showStaff(staff, viewFor(caller, staff.id), app.clock.nowMs());
  return { status: 201, body: shown, version: staff.version };
}
