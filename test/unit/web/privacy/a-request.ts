// A request as the portal reads it, for tests.
import type { SubjectRequest } from '#web/privacy/requests.ts';

export const at = '2026-11-29T10:00:00Z';
export const carryOut = { by: 'usr_1', at, decision: 'carryOut', given: 'portal', text: null } as const;
export const identity = { by: 'usr_1', at, method: 'knownToClient', note: null } as const;
export const closing = (outcome: 'carriedOut' | 'withdrawn' | 'refused') => ({ outcome, sv: '', en: '' });

export const aRequest = (changes: Partial<SubjectRequest>): SubjectRequest => ({
  id: 'req_1',
  clientId: 'cli_1',
  clientName: 'Nordvik Bygg',
  kind: 'access',
  state: 'received',
  receivedAt: at,
  forwardBy: '2026-11-30',
  deadline: '2026-12-29',
  late: false,
  extendedMonths: 0,
  outcome: null,
  closedAt: null,
  by: 'telephone',
  loggedBy: 'usr_1',
  language: 'sv',
  who: { names: ['Eva Ek'], phones: [], emails: [], staffId: null },
  text: null,
  contact: null,
  notes: null,
  identity: null,
  forwardedAt: null,
  instruction: null,
  extension: null,
  preparedAt: null,
  searchJobId: null,
  releasedAt: null,
  closing: null,
  keepDays: 90,
  endsAt: null,
  steps: [],
  closings: [closing('withdrawn')],
  version: 1,
  ...changes,
});
