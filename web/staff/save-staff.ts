// Saving: a change of somebody else's is taken in by itself once, where it touches nothing of one's own.
import type { Failure, Outcome } from '#web/api/outcome.ts';
import { changesOf, mergeEdits } from '#web/staff/merge-edits.ts';
import { same } from '#web/staff/same.ts';
import { editable, type StaffMember, type StaffValue, tidied } from '#web/staff/staff-value.ts';

export interface Register {
  create(body: StaffValue, key: string): Promise<Outcome<StaffMember>>;
  read(staffId: string): Promise<Outcome<StaffMember>>;
  change(staffId: string, patch: Partial<StaffValue>, etag: string): Promise<Outcome<StaffMember>>;
}

/** What was read, and what it has become here. */
export interface Edit {
  staffId: string;
  etag: string;
  base: StaffValue;
  mine: StaffValue;
}

export interface Creation {
  key: string;
  mine: StaffValue;
  /** What was sent under the key before, where nobody knows whether it arrived. */
  sent?: StaffValue;
}

export type Saving =
  | { kind: 'saved'; member: StaffMember; etag: string; merged: boolean }
  | { kind: 'clash'; theirs: StaffMember; etag: string }
  | { kind: 'refused'; failure: Failure };

const refused = (failure: Failure): Saving => ({ kind: 'refused', failure });

const isOvertaken = (outcome: Outcome<unknown>): boolean =>
  outcome.kind === 'problem' && outcome.code === 'version-conflict';

async function sendChange(register: Register, { staffId, etag, base, mine }: Edit): Promise<Outcome<StaffMember>> {
  const patch = changesOf(base, tidied(mine));
  return Object.keys(patch).length === 0 ? register.read(staffId) : register.change(staffId, patch, etag);
}

export async function saveEdit(register: Register, edit: Edit): Promise<Saving> {
  const outcome = await sendChange(register, edit);
  if (outcome.kind === 'ok') return { kind: 'saved', member: outcome.value, etag: outcome.etag ?? '', merged: false };
  if (!isOvertaken(outcome)) return refused(outcome);

  const now = await register.read(edit.staffId);
  if (now.kind !== 'ok') return refused(now);
  const etag = now.etag ?? '';
  const theirs = editable(now.value);
  const { value, clashes } = mergeEdits({ base: edit.base, mine: tidied(edit.mine), theirs });
  if (clashes.length > 0) return { kind: 'clash', theirs: now.value, etag };
  const again = await sendChange(register, { staffId: edit.staffId, etag, base: theirs, mine: value });
  if (again.kind !== 'ok') return refused(again);
  return { kind: 'saved', member: again.value, etag: again.etag ?? '', merged: true };
}

/** Where an answer got lost the same is sent again first; what was written since is then a change of it. */
export async function saveNew(register: Register, { key, mine, sent }: Creation): Promise<Saving> {
  const body = tidied(mine);
  const outcome = await register.create(sent ?? body, key);
  // What was sent before was no record, so the key is still free.
  if (sent && outcome.kind === 'problem' && outcome.code === 'invalid-request') return saveNew(register, { key, mine });
  if (outcome.kind !== 'ok') return refused(outcome);
  const { value: member, etag } = outcome;
  const created: Saving = { kind: 'saved', member, etag: etag ?? '', merged: false };
  if (sent === undefined || same(sent, body)) return created;
  return saveEdit(register, { staffId: member.id, etag: etag ?? '', base: editable(member), mine });
}
