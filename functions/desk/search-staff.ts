// Finds people of a client by what a caller says.
import type { deskRoutes } from '#desk/routes.ts';
import type { StaffHit } from '#desk/search-schema.ts';
import { readRegister } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import { openStaff } from '#staff/store.ts';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Costs the membership and the whole register of the client: 1 unit for each 4 KB. */
export const searchStaff: UseCase<(typeof deskRoutes)['searchStaff']> = {
  async run(app, { params: { clientId }, body, caller }) {
    const { found, sortKeys } = await readRegister(app.db, recordKeys.staffOf(clientId).pk);
    const nowMs = app.clock.nowMs();
    const words = fold(body.text).split(/\s+/);
    const items = sortKeys.flatMap((id): StaffHit[] => {
      const staff = openStaff(found, clientId, id);
      if (!staff?.value.active) return [];
      const names = fold([staff.value.name, ...staff.value.alsoKnownAs].join('\n'));
      if (!words.every((word) => names.includes(word))) return [];
      const { absence, ...shown } = showStaff(staff, viewFor(caller, id), nowMs);
      const availability = {
        state: absence ? ('away' as const) : ('in' as const),
        until: absence?.until ?? null,
        reason: absence?.reason ?? null,
        note: absence?.note ?? null,
      };
      return [{ ...shown, staffId: id, availability: shown.protected ? null : availability, matched: ['name'] }];
    });
    return { status: 200, body: { items: items.slice(0, body.limit) } };
  },
};
