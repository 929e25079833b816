// Erasures as they stand in the table, made up.
import type { ErasureRecord } from '#erasures/store.ts';

const CLIENT_ID = 'cli_01JZZZZZZZZZZZZZZZZZZZZZZ0';
const AT = Date.parse('2027-05-23T10:00:00Z');

export const anErasureRecord = (fields: Partial<ErasureRecord> = {}): ErasureRecord => ({
  id: 'era_01JZZZZZZZZZZZZZZZZZZZZZZ1',
  clientId: CLIENT_ID,
  version: 3,
  what: 'client',
  why: 'agreementEnded',
  state: 'running',
  askedBy: 'usr_01JZZZZZZZZZZZZZZZZZZZZZZ2',
  askedAs: 'privacyOfficer',
  askedAtMs: AT,
  firstPerson: 'usr_01JZZZZZZZZZZZZZZZZZZZZZZ2',
  confirmedBy: 'usr_01JZZZZZZZZZZZZZZZZZZZZZZ3',
  confirmedAs: 'clientAdmin',
  confirmedAtMs: AT + 3_600_000,
  certificateId: 'cer_01JZZZZZZZZZZZZZZZZZZZZZZ4',
  begun: {
    atMs: AT + 3_700_000,
    counts: { messages: 12, deliveries: 30, staff: 4, users: 2, client: 1 },
    months: [{ month: '2027-04', messages: 12, calls: 40 }],
    usersElsewhere: 1,
  },
  ...fields,
});
