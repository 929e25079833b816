// The right to sign for a client: who may give it on.
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';

type Role = { role: string; maySign?: boolean | undefined };

/** @param has whether the user has it already: then it is only kept. @throws Problem forbidden, with a pointer. */
export function demandSigningRight(caller: Pick<Caller, 'role' | 'maySign'>, asked: Role, has = false): void {
  if (!asked.maySign || has || caller.role === 'supervisor' || caller.maySign) return;
  throw new Problem('forbidden', {
    errors: [{ pointer: '/maySign', detail: 'Given by a supervisor, or by an admin who may sign' }],
  });
}
