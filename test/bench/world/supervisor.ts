// Who calls the routes in the bench: a supervisor.
import { recordKeys, SERVICE } from '#shared/tables.ts';

export const SUPERVISOR = `usr_${'01JDBENCH'.padEnd(26, '0')}`;

/** The row that confirms the caller, as the chain reads it. */
export const membership = {
  ...recordKeys.membership(SERVICE, SUPERVISOR),
  kind: 'membership',
  role: 'supervisor',
  state: 'active',
};
