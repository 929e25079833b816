// Forgets absences that ended seven days ago: why somebody was away is nobody's business for longer.
import type { App } from '#shared/app.ts';
import { forgetDue } from '#shared/forget-due.ts';
import { ABSENCE_PARTITION } from '#shared/tables.ts';
import { withoutForgotten } from '#staff/absence-list.ts';
import { openStaff, staffAt, staffReads } from '#staff/store.ts';
import { writeAbsences } from '#staff/write-absences.ts';

/**
 * Costs one query for each fifty that are due and one batch read of 2 units each, and one transaction for each, of 4 units
 * and 1 for the index. A person whose other absences end later is found again. Safe to run twice.
 * @returns how many people had one.
 * @throws AggregateError as forgetDue.
 */
export const forgetAbsences = (app: App): Promise<number> =>
  forgetDue(app, {
    partition: ABSENCE_PARTITION,
    idsAt: staffAt,
    reads: ({ clientId, staffId }) => staffReads(clientId, staffId),
    failure: 'absence-not-forgotten',
    async forget({ clientId, staffId }, found) {
      const staff = openStaff(found, clientId, staffId);
      const left = staff && withoutForgotten(staff.value.absences, app.clock.nowMs());
      if (!left) return false;
      await writeAbsences(app, staff, left);
      return true;
    },
  });
