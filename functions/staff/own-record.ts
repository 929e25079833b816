// What staff members may do to the register: to their own record only, and with the right to it to colleagues' absences.
import type { Caller } from '#shared/caller.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import type { StaffPatch } from '#staff/schema.ts';

const ownFields: ReadonlySet<string> = new Set(['phones', 'emails', 'absences'] satisfies (keyof StaffPatch)[]);

/** @throws Problem forbidden for a staff member and a colleague's record. */
export function demandOwnRecord(caller: Caller, staffId: string): void {
  if (caller.role === 'staffMember' && caller.staffId !== staffId) throw new Problem('forbidden');
}

/** @throws Problem forbidden for a colleague's absence, unless it was said that this member sets them. */
export function demandMaySetAbsence(caller: Caller, staffId: string): void {
  if (!caller.setsAbsences) demandOwnRecord(caller, staffId);
}

/** @throws Problem forbidden that points at each field that staff members leave to their admin. */
export function demandOwnFields(caller: Caller, patch: StaffPatch): void {
  if (caller.role !== 'staffMember') return;
  const errors = Object.keys(patch)
    .filter((field) => !ownFields.has(field))
    .map((field): Finding => ({ pointer: `/${field}`, detail: 'Your admin changes it' }));
  if (errors.length > 0) throw new Problem('forbidden', { errors });
}
