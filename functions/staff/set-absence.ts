// Says that somebody is away, from now on or from when, and until when.
import type { Finding } from '#shared/problems.ts';
import { Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';
import { ABSENCES_MAX, type Absence } from '#staff/absence.ts';
import { withAbsence } from '#staff/absence-list.ts';
import { standInReads, wrongStandIns } from '#staff/colleagues.ts';
import { demandMaySetAbsence } from '#staff/own-record.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, staffReads } from '#staff/store.ts';
import { writeAbsences } from '#staff/write-absences.ts';

/**
 * Costs one batch read of 4 units (membership, client, staff member, keys; 2 more for each colleague to ask instead) and one
 * transaction of 7 (the witness in it), 1 for the index; both again when overtaken.
 */
export const setAbsence: UseCase<(typeof staffRoutes)['setAbsence']> = {
  reads: ({ params, body }) => [
    ...staffReads(params.clientId, params.staffId),
    ...standInReads(params.clientId, body.colleagues),
  ],

  async run(app, { params, body, caller, found }) {
    const before = await demandStaff(app, found, params.clientId, params.staffId);
    demandMaySetAbsence(caller, before.id);
    const nowMs = app.clock.nowMs();
    const { from, until, ...about } = body;
    const set = { ...about, id: app.newId('absence'), recurring: null, fromMs: from ?? nowMs, untilMs: until };
    const absences = withAbsence(before.value.absences, set, nowMs);
    demandTakeable([
      ...(until > nowMs ? [] : [{ pointer: '/until', detail: 'Must lie in the future' }]),
      ...wrongStandIns(body.colleagues, { clientId: params.clientId, ownId: before.id, found }),
      ...tooMany(absences),
    ]);

    const staff = await writeAbsences(app, before, absences);
    const shown = showStaff(staff, viewFor(caller, staff.id), nowMs);
    return { status: 200, body: shown, version: staff.version };
  },
};

const tooMany = ({ length }: readonly Absence[]): Finding[] =>
  length > ABSENCES_MAX ? [{ pointer: '', detail: `There are ${ABSENCES_MAX} absences: take one out first` }] : [];

function demandTakeable(errors: readonly Finding[]): void {
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}
