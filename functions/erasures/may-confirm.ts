// Who may be the second person of an erasure.
import type { ErasureRecord } from '#erasures/store.ts';
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';

type Person = Pick<Caller, 'id' | 'role'>;

/** A person's erasure was instructed by the client: whoever confirms it has gone through the findings. */
const hasRole = ({ what }: ErasureRecord, { role }: Person) => what !== 'person' || role === 'privacyOfficer';

const isFirst = ({ firstPerson, saidMoreBy }: ErasureRecord, { id }: Person) => id === firstPerson || id === saidMoreBy;

export const mayConfirm = (erasure: ErasureRecord, person: Person): boolean =>
  erasure.state === 'asked' && hasRole(erasure, person) && !isFirst(erasure, person);

/** @throws Problem forbidden, second-person-required. */
export function demandSecondPerson(erasure: ErasureRecord, person: Person): void {
  if (!hasRole(erasure, person)) throw new Problem('forbidden');
  if (isFirst(erasure, person)) throw new Problem('second-person-required');
}
