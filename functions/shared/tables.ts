// The tables as data: names of keys, indexes and attributes. CDK makes the tables from this, the stores address items by it.

/** What an item in Records is: the value of its `kind` attribute. */
const kinds = [
  'client',
  'staff',
  'user',
  'membership',
  'machine',
  'number',
  'idempotency',
  'message',
  'delivery',
  'tombstone',
  'smsCount',
  'sweep',
  'shortening',
  'closedDay',
  'clientErasure',
  'task',
  'receipt',
  'suppression',
  'answering',
  'directory',
  'directoryPart',
  'audit',
  'callCount',
  'auditDay',
  'job',
  'file',
  'export',
  'agreement',
  'serviceDetails',
  'subProcessor',
  'request',
  'finding',
  'erasure',
  'certificate',
] as const;
export type Kind = (typeof kinds)[number];

export const ttlAttribute = 'ttl';

/** Everything, with recovery, stream and TTL. Personal content in it is only ever ciphertext. */
export const recordsTable = {
  name: 'Records',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: {
    /** What belongs together, newest first: a staff member's messages; tasks that are open, or done. Sparse. */
    list: { name: 'list', partitionKey: 'listPk', sortKey: 'listSk' },
    /**
     * What is to be looked at, and when (epoch milliseconds): held, queued and sending deliveries; ended absences;
     * tombstones that are not yet in the evidence. Sparse.
     */
    due: { name: 'due', partitionKey: 'duePk', sortKey: 'dueAt' },
  },
} as const;

/** One random key for each message. No history of any kind: a key that is gone stays gone. */
export const messageKeysTable = {
  name: 'MessageKeys',
  partitionKey: 'id',
  indexes: {
    /** Days of expiry, for the sweeper: `2027-05-23` (UTC), and in them `expiresAt` in epoch seconds. */
    expiry: { name: 'expiry', partitionKey: 'expiryDay', sortKey: 'expiresAt' },
  },
} as const;

/** Keys of clients, staff members, users and of the service itself, at the same pk and sk as the record they seal. */
export const registerKeysTable = { name: 'RegisterKeys', partitionKey: 'pk', sortKey: 'sk' } as const;

export type TableId = 'records' | 'messageKeys' | 'registerKeys';

/** The address of an item: in Records and RegisterKeys `pk` and `sk`, in MessageKeys `id`. */
export type ItemKey = { pk: string; sk: string } | { id: string };

const clientPartition = (clientId: string) => `CLIENT#${clientId}`;

/** All keys of Records (and of RegisterKeys, which mirrors them), made from ids and HMACs only. */
export const recordKeys = {
  client: (clientId: string) => ({ pk: 'CLIENTS', sk: clientId }),
  clients: () => ({ pk: 'CLIENTS' }),
  staff: (clientId: string, staffId: string) => ({ pk: `STAFF#${clientId}`, sk: staffId }),
  staffOf: (clientId: string) => ({ pk: `STAFF#${clientId}` }),
  user: (userId: string) => ({ pk: `USER#${userId}`, sk: 'USER' }),
  /** A user's role at one client. */
  membership: (clientId: string, userId: string) => ({ pk: `MEMBERS#${clientId}`, sk: userId }),
  membershipsOf: (clientId: string) => ({ pk: `MEMBERS#${clientId}` }),
  machine: (machineId: string) => ({ pk: 'MACHINES', sk: machineId }),
  machines: () => ({ pk: 'MACHINES' }),
  number: (numberHmac: string) => ({ pk: `NUMBER#${numberHmac}`, sk: 'NUMBER' }),
  idempotency: (requestHmac: string) => ({ pk: `IDEMPOTENCY#${requestHmac}`, sk: 'IDEMPOTENCY' }),
  message: (clientId: string, messageId: string) => ({ pk: `MESSAGES#${clientId}`, sk: messageId }),
  messagesOf: (clientId: string) => ({ pk: `MESSAGES#${clientId}` }),
  /** How a client's calls are answered; behind its messages, so that the desk reads it and the newest of them with one query. */
  answering: (clientId: string) => ({ pk: `MESSAGES#${clientId}`, sk: 'now' }),
  delivery: (messageId: string, deliveryId: string) => ({ pk: `DELIVERIES#${messageId}`, sk: deliveryId }),
  deliveriesOf: (messageId: string) => ({ pk: `DELIVERIES#${messageId}` }),
  tombstone: (clientId: string, recordId: string) => ({ pk: `ERASED#${clientId}`, sk: recordId }),
  /** The index of a client's people: which version there is; its key stands at the same address. */
  directory: (clientId: string) => ({ pk: `DIRECTORY#${clientId}`, sk: 'INDEX' }),
  directoryPart: (clientId: string, version: string, part: number) => ({
    pk: `DIRECTORY#${clientId}`,
    sk: `PART#${version}#${String(part).padStart(4, '0')}`,
  }),
  directoryOf: (clientId: string) => ({ pk: `DIRECTORY#${clientId}` }),
  /** Who has done what, and read what is old or protected. Under `service` what belongs to no client. */
  audit: (clientId: string, auditId: string) => ({ pk: `AUDIT#${clientId}`, sk: auditId }),
  auditOf: (clientId: string) => ({ pk: `AUDIT#${clientId}` }),
  /** A day of the audit: its root and the leaves of the clients. */
  auditDay: (day: string) => ({ pk: 'AUDIT_LOG', sk: day }),
  auditDays: () => ({ pk: 'AUDIT_LOG' }),
  /** Work that takes longer than a request. `service` where a client's id would stand, here and below. */
  job: (clientId: string, jobId: string) => ({ pk: `JOBS#${clientId}`, sk: jobId }),
  jobsOf: (clientId: string) => ({ pk: `JOBS#${clientId}` }),
  /** A file that was made for somebody to fetch; its key at the same address. */
  file: (clientId: string, fileId: string) => ({ pk: `FILES#${clientId}`, sk: fileId }),
  filesOf: (clientId: string) => ({ pk: `FILES#${clientId}` }),
  /** The key that all files of a client need as well: without it none opens any more. */
  filesKey: (clientId: string) => ({ pk: `FILES#${clientId}`, sk: 'KEY' }),
  /** What somebody wants to take out of the service: what of it, and what became of it. */
  export: (clientId: string, exportId: string) => ({ pk: `EXPORTS#${clientId}`, sk: exportId }),
  exportsOf: (clientId: string) => ({ pk: `EXPORTS#${clientId}` }),
  agreement: (clientId: string, agreementId: string) => ({ pk: `AGREEMENTS#${clientId}`, sk: agreementId }),
  agreementsOf: (clientId: string) => ({ pk: `AGREEMENTS#${clientId}` }),
  /** Who the service is: the processor's name, number and address. */
  serviceDetails: () => ({ pk: 'SERVICE', sk: 'DETAILS' }),
  subProcessor: (subProcessorId: string) => ({ pk: 'SUB_PROCESSORS', sk: subProcessorId }),
  subProcessors: () => ({ pk: 'SUB_PROCESSORS' }),
  request: (clientId: string, requestId: string) => ({ pk: `REQUESTS#${clientId}`, sk: requestId }),
  requestsOf: (clientId: string) => ({ pk: `REQUESTS#${clientId}` }),
  /** What a search for a person has found: `message#msg_…`. */
  finding: (requestId: string, store: string, recordId: string) => ({
    pk: `FINDINGS#${requestId}`,
    sk: `${store}#${recordId}`,
  }),
  findingsOf: (requestId: string) => ({ pk: `FINDINGS#${requestId}` }),
  erasure: (clientId: string, erasureId: string) => ({ pk: `ERASURES#${clientId}`, sk: erasureId }),
  erasuresOf: (clientId: string) => ({ pk: `ERASURES#${clientId}` }),
  certificate: (clientId: string, certificateId: string) => ({ pk: `CERTIFICATES#${clientId}`, sk: certificateId }),
  certificatesOf: (clientId: string) => ({ pk: `CERTIFICATES#${clientId}` }),
  /** How far the sweeper has come. */
  sweep: () => ({ pk: 'SERVICE', sk: 'SWEEP' }),
  /** A client's wish that its retention hold for old messages too. */
  shortening: (clientId: string) => ({ pk: 'SHORTENINGS', sk: clientId }),
  shortenings: () => ({ pk: 'SHORTENINGS' }),
  /** A day of the erasure log: `2027-05-23`. */
  closedDay: (day: string) => ({ pk: 'ERASURE_LOG', sk: day }),
  closedDays: () => ({ pk: 'ERASURE_LOG' }),
  /** A client whose whole register and messages are to be erased. */
  clientErasure: (clientId: string) => ({ pk: 'CLIENT_ERASURES', sk: clientId }),
  clientErasures: () => ({ pk: 'CLIENT_ERASURES' }),
  /** What a person has to look at. */
  task: (taskId: string) => ({ pk: 'ATTENTION', sk: taskId }),
  tasks: () => ({ pk: 'ATTENTION' }),
  /** Which delivery an SMS belongs to, by the provider's id. */
  receipt: (providerId: string) => ({ pk: `RECEIPT#${providerId}`, sk: 'RECEIPT' }),
  /** Addresses that are sent nothing: of a staff member, or of the general inbox under the client's own id. */
  suppression: (clientId: string, ownerId: string) => ({ pk: `SUPPRESSED#${clientId}`, sk: ownerId }),
  suppressionsOf: (clientId: string) => ({ pk: `SUPPRESSED#${clientId}` }),
  /** How many calls of a day became no message: `2026-11-23#lin_…`, without the line where it was not said. */
  callCount: (clientId: string, date: string, line = '') => ({ pk: `CALLS#${clientId}`, sk: `${date}#${line}` }),
  callCountsOf: (clientId: string) => ({ pk: `CALLS#${clientId}` }),
  smsCount: (clientId: string, day: string) => ({ pk: clientPartition(clientId), sk: `SMS#${day}` }),
} as const;

/** The service's own memberships and keys stand under this name where a client's id would. */
export const SERVICE = 'service';

export const serviceKeys = {
  cursor: { pk: 'SERVICE', sk: 'KEY#cursor' },
  hmac: { pk: 'SERVICE', sk: 'KEY#hmac' },
} as const;

export const listKeys = {
  /** With the client, so that nobody of another one sees even how much there is. */
  staffInbox: (clientId: string, staffId: string) => `INBOX#${clientId}#${staffId}`,
  tasks: (state: 'open' | 'done') => `ATTENTION#${state}`,
  requests: (state: 'open' | 'closed') => `REQUESTS#${state}`,
  erasures: (state: 'open' | 'done') => `ERASURES#${state}`,
} as const;

/** In the evidence bucket: what was kept on each day, closed days of the erasure log and of the audit, and certificates. */
export const evidencePrefixes = {
  days: 'days/',
  closed: 'closed/',
  audit: 'audit/',
  certificates: 'certificates/',
} as const;

/** Staff members whose absence is to be forgotten, in the index of what is due. */
export const ABSENCE_PARTITION = 'ABSENCES';

/** Clients with a notice that is to be forgotten at its end, in the index of what is due. */
export const NOTICE_PARTITION = 'NOTICES';

/** Jobs that nobody seems to be working at, files at their end, requests, agreements and clients with a date, in the index of what is due. */
export const JOB_PARTITION = 'JOBS';
export const FILE_PARTITION = 'FILES';
export const REQUEST_PARTITION = 'REQUESTS';
export const AGREEMENT_PARTITION = 'AGREEMENTS';
export const CLIENT_END_PARTITION = 'CLIENT_ENDS';

/** The rows of the audit of one day of UTC, in the index of what is due: by it the day is closed. */
export const auditDayPartition = (day: string) => `AUDIT#${day}`;

/** Tombstones that are not yet in the evidence, in the index of what is due. */
export const EVIDENCE_PARTITION = 'EVIDENCE';

/** One partition: its thousand writes a second are far above any telephone answering service. */
export const DUE_PARTITION = 'DUE';
