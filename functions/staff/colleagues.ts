// Colleagues whom the steps of a plan and absences name: in the register, and somebody else.
import type { Found, ReadRequest } from '#shared/found.ts';
import type { Finding } from '#shared/problems.ts';
import { type DeliveryWishes, urgencies } from '#staff/delivery-wishes.ts';
import { remainsOf, staffReads } from '#staff/store.ts';

/** What names them in a body; nothing of what it does not have. */
interface Naming {
  delivery?: DeliveryWishes | undefined;
  absences?: readonly { colleagues: readonly string[] }[] | undefined;
}

interface Named {
  staffId: string;
  pointer: string;
}

const ofSteps = (wishes: DeliveryWishes | undefined): Named[] =>
  urgencies.flatMap((urgency) =>
    (wishes?.[urgency] ?? []).flatMap(({ to }, step) =>
      typeof to === 'object' ? [{ staffId: to.staffId, pointer: `/delivery/${urgency}/${step}/to/staffId` }] : [],
    ),
  );

const ofAbsences = (absences: Naming['absences'] = []): Named[] =>
  absences.flatMap(({ colleagues }, absence) =>
    colleagues.map((staffId, place) => ({ staffId, pointer: `/absences/${absence}/colleagues/${place}` })),
  );

const colleaguesOf = ({ delivery, absences }: Naming): Named[] => [...ofSteps(delivery), ...ofAbsences(absences)];

/** 2 units for each colleague that is named, nothing where nobody is; a second request beyond some 48 of them. */
export const colleagueReads = (clientId: string, naming: Naming): ReadRequest[] =>
  standInReads(
    clientId,
    colleaguesOf(naming).map(({ staffId }) => staffId),
  );

/** The same for those whom one absence names. */
export const standInReads = (clientId: string, colleagues: readonly string[]): ReadRequest[] =>
  [...new Set(colleagues)].flatMap((staffId) => staffReads(clientId, staffId));

interface Register {
  clientId: string;
  /** undefined for somebody who is being added. */
  ownId: string | undefined;
  found: Found;
}

/** @returns undefined for a colleague who may be named. */
function refusal(staffId: string, { clientId, ownId, found }: Register): string | undefined {
  if (staffId === ownId) return 'The person: leave it out';
  const { record, keys } = remainsOf(found, clientId, staffId);
  return record && keys ? undefined : 'No such staff member';
}

/**
 * Each that is not in the register, or the person's own id.
 * @param before as it stands: whom it names may be named again, though erased since; it leads to who stands in.
 */
export function wrongColleagues(naming: Naming, register: Register, before: Naming = {}): Finding[] {
  const known = new Set(colleaguesOf(before).map(({ staffId }) => staffId));
  const isKnown = ({ staffId }: Named) => known.has(staffId);
  return colleaguesOf(naming).flatMap((named): Finding[] => {
    const detail = isKnown(named) ? undefined : refusal(named.staffId, register);
    return detail === undefined ? [] : [{ pointer: named.pointer, detail }];
  });
}

/** The same of one absence that is set by itself. */
export const wrongStandIns = (colleagues: readonly string[], register: Register): Finding[] =>
  colleagues.flatMap((staffId, place): Finding[] => {
    const detail = refusal(staffId, register);
    return detail === undefined ? [] : [{ pointer: `/colleagues/${place}`, detail }];
  });
