// Stores of the register that no search asks, and why: a code, for which the report has words in both languages.

/**
 * copies: the same records once more, or what is made of them: under the same keys. keys: keys, and nothing that they open.
 * counts: counts, times and ids of clients, deliveries or messages, from which nobody is told. fingerprints: keyed, of what is
 * searched where it stands itself. traces: ids of what has been erased; those of people are told from the traces in the table.
 * onTheWay: passed on within seconds, at the longest in some days. logs: without people. smsLogs: numbers, gone within a day,
 * before any report could be read. engineers: of those who run the service. noPeople: nothing of people at all. othersHold: held
 * by others, each of whom answers for it. browsers: in the browser of whoever signed in. askNobody: Amazon's own, which cannot be
 * asked. byHand: what an engineer has made by hand, under the rules of docs/operations.md.
 */
export const unsearchedReasons = [
  'copies',
  'keys',
  'counts',
  'fingerprints',
  'traces',
  'onTheWay',
  'logs',
  'smsLogs',
  'engineers',
  'noPeople',
  'othersHold',
  'browsers',
  'askNobody',
  'byHand',
  'ofClients',
  'ofService',
] as const;
export type UnsearchedReason = (typeof unsearchedReasons)[number];

/** Held equal to the register of stores, together with what is searched, by test/unit/requests/stores.test.ts. */
export const unsearched: Readonly<Record<string, UnsearchedReason>> = {
  records: 'copies',
  directory: 'copies',
  listIndex: 'copies',
  dueIndex: 'copies',
  recordsStream: 'copies',
  recordsRecovery: 'copies',
  file: 'copies',
  handouts: 'copies',

  messageKeys: 'keys',
  expiryIndex: 'keys',
  registerKeys: 'keys',
  serviceKeys: 'keys',
  registerKeysRecovery: 'keys',

  smsCount: 'counts',
  callCount: 'counts',
  sweep: 'counts',
  shortening: 'counts',
  closedDay: 'counts',
  auditDay: 'counts',
  clientErasure: 'counts',
  receipt: 'counts',
  certificate: 'counts',
  metrics: 'counts',
  schedules: 'counts',

  idempotency: 'fingerprints',

  evidence: 'traces',

  ordersTopic: 'onTheWay',
  eventsTopic: 'onTheWay',
  orderQueues: 'onTheWay',
  orderDeadLetters: 'onTheWay',
  receiptQueues: 'onTheWay',
  receiptEvents: 'onTheWay',
  smsReceiptCalls: 'onTheWay',
  streamFailures: 'onTheWay',
  scheduleDeadLetters: 'onTheWay',
  edge: 'onTheWay',
  functionMemory: 'onTheWay',
  mailInTransit: 'onTheWay',
  smsInTransit: 'onTheWay',
  invitations: 'onTheWay',

  functionLogs: 'logs',
  deploymentLogs: 'logs',
  accessLogs: 'logs',
  smsLogs: 'smsLogs',

  trail: 'engineers',
  alarmTopic: 'engineers',
  alarmSubscription: 'engineers',
  keyWatchDeadLetters: 'engineers',

  mailSettings: 'noPeople',
  portalFiles: 'noPeople',
  originSecret: 'noPeople',

  mailboxes: 'othersHold',
  telephones: 'othersHold',
  callersOfTheApi: 'othersHold',
  subscribers: 'othersHold',
  suppressionList: 'askNobody',

  browserMemory: 'browsers',
  browserStore: 'browsers',
  browserSignIn: 'browsers',
  browsers: 'browsers',

  restoredTables: 'byHand',
  backupsOfTheAccount: 'byHand',
  runnerFiles: 'byHand',
};
