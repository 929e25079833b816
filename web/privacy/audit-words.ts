// A row of the audit in words: what was done, by whom, and with which record.
import type { AuditRow } from '#web/privacy/audit.ts';
import { t } from '#web/words/words.ts';

/** An act of a route that is no longer there stands as it was written down. */
export function actWords(act: string): string {
  const acts: Readonly<Record<string, string>> = t.privacy.audit.acts;
  const known = Object.hasOwn(acts, act) ? acts[act] : undefined;
  return known ?? t.privacy.audit.otherAct(act);
}

/** A client's users by name, to its admins; people of the service by what they are, and whoever it is by their id. */
export function whoWords(
  { by, role }: Pick<AuditRow, 'by' | 'role'>,
  me: string | undefined,
  names: ReadonlyMap<string, string>,
): string {
  const words = t.privacy.audit;
  const known = by === me ? words.you : names.get(by);
  return known === undefined ? words.roles[role] : `${known}, ${words.roles[role].toLocaleLowerCase()}`;
}

type Prefix = keyof typeof t.privacy.audit.records;
const isPrefix = (text: string): text is Prefix => Object.hasOwn(t.privacy.audit.records, text);

/** What it is: "Person". */
export function recordWords(recordId: string, names: ReadonlyMap<string, string>): string {
  const words = t.privacy.audit;
  const prefix = recordId.slice(0, 3);
  const kind = isPrefix(prefix) ? words.records[prefix] : words.record;
  const name = names.get(recordId);
  return name === undefined ? kind : `${kind} ${name}`;
}

/** Where it is shown; undefined where nowhere, or not to people of the service. */
export function recordHref(clientId: string, recordId: string, isAdmin: boolean): string | undefined {
  const client = `/c/${clientId}`;
  const forBoth: Readonly<Record<string, string>> = {
    req: `/privacy/requests/${recordId}`,
    era: `/privacy/erasures/${recordId}`,
    exp: '/privacy/exports',
    agr: '/privacy',
  };
  const forAdmins: Readonly<Record<string, string>> = {
    msg: `/messages/${recordId}`,
    stf: `/staff/${recordId}`,
    usr: '/users',
    ntc: '/company/notices',
  };
  const prefix = recordId.slice(0, 3);
  const path = forBoth[prefix] ?? (isAdmin ? forAdmins[prefix] : undefined);
  return path && `${client}${path}`;
}
