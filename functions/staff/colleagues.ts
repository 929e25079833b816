// Colleagues whom the steps of a plan name: in the register, and somebody else.
import type { Found, ReadRequest } from '#shared/found.ts';
import type { Finding } from '#shared/problems.ts';
import { type DeliveryWishes, urgencies } from '#staff/delivery-wishes.ts';
import { remainsOf, staffReads } from '#staff/store.ts';

interface Named {
  staffId: string;
  pointer: string;
}

const colleaguesOf = (wishes: DeliveryWishes | undefined): Named[] =>
  urgencies.flatMap((urgency) =>
    (wishes?.[urgency] ?? []).flatMap(({ to }, step) =>
      typeof to === 'object' ? [{ staffId: to.staffId, pointer: `/delivery/${urgency}/${step}/to/staffId` }] : [],
    ),
  );

/** 2 units for each colleague that is named; nothing for a plan without any. */
export const colleagueReads = (clientId: string, wishes: DeliveryWishes | undefined): ReadRequest[] =>
  [...new Set(colleaguesOf(wishes).map(({ staffId }) => staffId))].flatMap((staffId) => staffReads(clientId, staffId));

/**
 * Each that is not in the register, or the person's own id.
 * @param ownId undefined for somebody who is being added.
 */
export const wrongColleagues = (
  wishes: DeliveryWishes | undefined,
  { clientId, ownId, found }: { clientId: string; ownId: string | undefined; found: Found },
): Finding[] =>
  colleaguesOf(wishes).flatMap(({ staffId, pointer }): Finding[] => {
    if (staffId === ownId) return [{ pointer, detail: 'The person: leave `to` out' }];
    const { record, keys } = remainsOf(found, clientId, staffId);
    return record && keys ? [] : [{ pointer, detail: 'No such staff member' }];
  });
