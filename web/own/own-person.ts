// A person of the register as they see themselves, kept with its version, and what may be changed of it.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { Body, StaffMember } from '#web/api/types.ts';
import type { AbsenceNow } from '#web/own/absence-presets.ts';

export interface Who {
  readonly clientId: string;
  readonly staffId: string;
}

export interface Person {
  readonly staff: StaffMember;
  readonly etag: string;
}

export type Listed = NonNullable<StaffMember['absences']>[number];
/** One of the list as it is sent: what is new has no id yet. */
export type ListedInput = NonNullable<Body<'changeStaffMember'>['absences']>[number];

const asPerson = (outcome: Outcome<StaffMember>): Outcome<Person> =>
  outcome.kind === 'ok' ? { ...outcome, value: { staff: outcome.value, etag: outcome.etag ?? '' } } : outcome;

const one = '/v1/clients/{clientId}/staff/{staffId}';

const read = async (who: Who) => asPerson(await ask(api.GET(one, { params: { path: { ...who } } })));

export const personOf = (who: Who): Cached<Person> => cached(`person:${who.clientId}:${who.staffId}`, () => read(who));

export const changePerson = async (who: Who, etag: string, body: Body<'changeStaffMember'>) =>
  asPerson(await ask(api.PATCH(one, { params: { path: { ...who }, header: { 'If-Match': etag } }, body })));

export const setAbsence = async (who: Who, body: AbsenceNow) =>
  asPerson(await ask(api.PUT(`${one}/absence`, { params: { path: { ...who } }, body })));

/** @returns the person as it is afterwards, where that could be read. */
export async function endAbsence(who: Who): Promise<Outcome<Person>> {
  const ended = await ask(api.DELETE(`${one}/absence`, { params: { path: { ...who } } }));
  return ended.kind === 'ok' ? read(who) : ended;
}

const isOvertaken = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'problem' && outcome.code === 'version-conflict';

/**
 * Changes the list of absences. Where somebody was faster, the change is made once more of what they left: nobody's is lost.
 * @param onMerged told so.
 */
export async function changeAbsences(
  who: Who,
  known: Person,
  edit: (absences: readonly Listed[]) => ListedInput[],
  onMerged?: () => void,
): Promise<Outcome<Person>> {
  const first = await changePerson(who, known.etag, { absences: edit(known.staff.absences ?? []) });
  if (!isOvertaken(first)) return first;
  const fresh = await read(who);
  if (fresh.kind !== 'ok') return fresh;
  const { staff, etag } = fresh.value;
  const second = await changePerson(who, etag, { absences: edit(staff.absences ?? []) });
  if (second.kind === 'ok') onMerged?.();
  return second;
}

/** As it was before something was set or ended; of a list that others have changed since, only the new one is taken out. */
export function putBack(who: Who, before: Person, after: Person): Promise<Outcome<Person>> {
  const idsBefore = new Set((before.staff.absences ?? []).map(({ id }) => id));
  const made = new Set((after.staff.absences ?? []).map(({ id }) => id).filter((id) => !idsBefore.has(id)));
  return changeAbsences(who, after, (absences) =>
    absences === after.staff.absences ? [...(before.staff.absences ?? [])] : absences.filter(({ id }) => !made.has(id)),
  );
}
