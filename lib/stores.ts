// The register of stores: every place where data can be, what it may hold, how long, and what ends it.
// test/infra/stores.test.ts holds it equal to the templates; docs/privacy.md is written from it (`npm run privacy`).
import type { DataClass, Ending, Span, Store } from '#lib/store.ts';
import type { Kind } from '#shared/tables.ts';

/** What an item of the table Records is. */
const items = {
  client: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit'] },
  staff: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit', 'sweeper'] },
  user: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['withdrawal'] },
  membership: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['withdrawal'] },
  machine: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['withdrawal'] },
  number: { holds: ['fingerprints', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit'] },
  idempotency: { holds: ['fingerprints', 'idsAndTimes'], kept: 1, ends: ['timeToLive'] },
  message: {
    holds: ['sealedMessage', 'idsAndTimes'],
    kept: 'untilMessageExpires',
    ends: ['sweeper', 'erasure', 'timeToLive'],
  },
  delivery: {
    holds: ['sealedRegister', 'idsAndTimes', 'codesAndCounts'],
    kept: 'untilMessageExpires',
    ends: ['sweeper', 'erasure', 'timeToLive'],
  },
  tombstone: { holds: ['idsAndTimes'], kept: 366, ends: ['timeToLive'] },
  smsCount: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 3, ends: ['erasure', 'timeToLive'] },
  sweep: { holds: ['idsAndTimes'], kept: 'asLongAsTheService', ends: [] },
  shortening: { holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['sweeper', 'erasure'] },
  closedDay: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 731, ends: ['timeToLive'] },
  clientErasure: { holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['workDone'] },
  task: {
    holds: ['sealedMessage', 'idsAndTimes', 'codesAndCounts'],
    kept: 'untilMessageExpires',
    ends: ['erasure', 'timeToLive'],
  },
  receipt: { holds: ['idsAndTimes'], kept: 4, ends: ['timeToLive'] },
  suppression: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit'] },
} as const satisfies Record<Kind, Store>;

const records = {
  records: {
    places: ['table/Records*'],
    holds: ['sealedMessage', 'sealedRegister', 'fingerprints', 'idsAndTimes', 'codesAndCounts'],
    kept: 'likeItsItems',
    ends: ['sweeper', 'erasure', 'timeToLive'],
  },
  ...items,
  listIndex: { places: ['table/Records*/index/list'], holds: ['idsAndTimes'], kept: 'likeItsItems', ends: ['sweeper'] },
  dueIndex: {
    places: ['table/Records*/index/due'],
    holds: ['idsAndTimes'],
    kept: 'untilHandedOn',
    ends: ['workDone', 'sweeper'],
  },
  recordsStream: {
    places: ['table/Records*/stream'],
    holds: ['sealedMessage', 'sealedRegister', 'fingerprints', 'idsAndTimes', 'codesAndCounts'],
    kept: 1,
    ends: ['retentionPeriod'],
  },
  recordsRecovery: {
    places: ['table/Records*/recovery'],
    holds: ['sealedMessage', 'sealedRegister', 'fingerprints', 'idsAndTimes', 'codesAndCounts'],
    kept: 35,
    ends: ['recoveryPeriod'],
  },
} as const satisfies Record<string, Store>;

const keys = {
  messageKeys: {
    places: ['table/MessageKeysTable'],
    holds: ['keys', 'fingerprints', 'idsAndTimes'],
    kept: 'untilMessageExpires',
    ends: ['sweeper', 'erasure', 'timeToLive'],
  },
  expiryIndex: {
    places: ['table/MessageKeysTable/index/expiry'],
    holds: ['fingerprints', 'idsAndTimes'],
    kept: 'untilMessageExpires',
    ends: ['sweeper', 'erasure', 'timeToLive'],
  },
  registerKeys: {
    places: ['table/RegisterKeysTable'],
    holds: ['keys', 'idsAndTimes'],
    kept: 'untilErased',
    ends: ['erasure', 'edit', 'withdrawal'],
  },
  serviceKeys: { holds: ['keys'], kept: 'asLongAsTheService', ends: [] },
  registerKeysRecovery: {
    places: ['table/RegisterKeysTable/recovery'],
    holds: ['keys', 'idsAndTimes'],
    kept: 1,
    ends: ['recoveryPeriod'],
  },
} as const satisfies Record<string, Store>;

const evidence = {
  evidence: {
    places: ['bucket/EvidenceBucket'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 732,
    ends: ['retentionPeriod'],
  },
} as const satisfies Record<string, Store>;

const onTheWay = {
  ordersTopic: { places: ['topic/Orders'], holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['workDone'] },
  eventsTopic: { places: ['topic/Events'], holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['workDone'] },
  orderQueues: {
    places: ['queue/EmailLaneOrders', 'queue/SmsLaneOrders'],
    holds: ['idsAndTimes'],
    kept: 4,
    ends: ['workDone', 'retentionPeriod'],
  },
  orderDeadLetters: {
    places: ['queue/EmailLaneDeadLetters', 'queue/SmsLaneDeadLetters'],
    holds: ['idsAndTimes'],
    kept: 14,
    ends: ['workDone', 'byHand', 'retentionPeriod'],
  },
  receiptQueues: {
    places: ['queue/ReceiptsQueue', 'queue/ReceiptsDeadLetters'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 1,
    ends: ['workDone', 'retentionPeriod'],
  },
  receiptEvents: {
    places: ['mail/EmailReceiptsEvents*'],
    holds: ['emailAddress', 'idsAndTimes'],
    kept: 'untilHandedOn',
    ends: ['workDone'],
  },
  smsReceiptCalls: { holds: ['telephoneNumber', 'idsAndTimes'], kept: 1, ends: ['workDone', 'retentionPeriod'] },
  streamFailures: {
    places: ['queue/RecordsStreamFailures'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 14,
    ends: ['byHand', 'retentionPeriod'],
  },
  scheduleDeadLetters: {
    places: ['queue/TickDeadLetters', 'queue/SweepDeadLetters', 'queue/EraseDeadLetters', 'queue/CloseDeadLetters'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 14,
    ends: ['byHand', 'retentionPeriod'],
  },
  schedules: {
    places: [
      'schedule/TickEveryMinuteSchedule',
      'schedule/SweepEveryQuarterSchedule',
      'schedule/EraseEveryQuarterSchedule',
      'schedule/CloseEveryHourSchedule',
      'schedule/CanaryEmailFlightSchedule',
      'schedule/CanarySmsFlightSchedule',
    ],
    holds: ['none'],
    kept: 'asLongAsTheService',
    ends: [],
  },
  mailSettings: { places: ['mail/EmailSenderConfiguration'], holds: ['none'], kept: 'asLongAsTheService', ends: [] },
  functionMemory: {
    holds: ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber', 'keys'],
    kept: 'seconds',
    ends: ['workDone'],
  },
  mailInTransit: { holds: ['plainMessage', 'emailAddress'], kept: 'othersDecide', ends: ['others'] },
  smsInTransit: { holds: ['plainMessage', 'telephoneNumber'], kept: 'othersDecide', ends: ['others'] },
} as const satisfies Record<string, Store>;

const logs = {
  functionLogs: {
    places: [
      'log/accesslogs',
      'log/addtokenclaimslogs',
      'log/amendmentslogs',
      'log/attentionlogs',
      'log/Canarysendcanaryemaillogs',
      'log/Canarysendcanarysmslogs',
      'log/Closeclosedaylogs',
      'log/directorylogs',
      'log/dispatchdeliverieslogs',
      'log/DeadLettersnotedeadletterslogs',
      'log/EmailLanesendemaillogs',
      'log/Eraseeraseclientslogs',
      'log/messageslogs',
      'log/privacylogs',
      'log/publiclogs',
      'log/Receiptsnotereceiptslogs',
      'log/SmsLanesendsmslogs',
      'log/SmsReceiptsforwardsmsreceiptslogs',
      'log/Sweepsweepexpiredlogs',
      'log/Tickticklogs',
    ],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 30,
    ends: ['logRetention'],
  },
  accessLogs: {
    places: ['log/HttpApiAccessLogs'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 30,
    ends: ['logRetention'],
  },
  smsLogs: {
    places: ['log/SmsLogsDelivered', 'log/SmsLogsFailed'],
    holds: ['telephoneNumber', 'idsAndTimes', 'codesAndCounts'],
    kept: 1,
    ends: ['logRetention'],
  },
  metrics: { holds: ['codesAndCounts'], kept: 455, ends: ['retentionPeriod'] },
  trail: { holds: ['engineers', 'emailAddress', 'idsAndTimes'], kept: 'othersDecide', ends: ['others'] },
} as const satisfies Record<string, Store>;

const people = {
  userPool: {
    places: ['users/People'],
    holds: ['emailAddress', 'signIn', 'idsAndTimes'],
    kept: 'untilErased',
    ends: ['withdrawal'],
  },
  invitations: { holds: ['emailAddress', 'signIn'], kept: 'othersDecide', ends: ['others'] },
  alarmTopic: { places: ['topic/Alarms'], holds: ['codesAndCounts'], kept: 'untilHandedOn', ends: ['workDone'] },
  alarmSubscription: {
    places: ['subscription/AlarmsEmail'],
    holds: ['emailAddress', 'engineers'],
    kept: 'untilRemovedByHand',
    ends: ['byHand'],
  },
  keyWatchDeadLetters: {
    places: ['queue/KeyWatchDeadLetters'],
    holds: ['engineers', 'idsAndTimes'],
    kept: 14,
    ends: ['byHand', 'retentionPeriod'],
  },
} as const satisfies Record<string, Store>;

const outOfReach = {
  mailboxes: { holds: ['plainMessage', 'emailAddress'], kept: 'othersDecide', ends: ['others'] },
  telephones: { holds: ['plainMessage', 'telephoneNumber'], kept: 'othersDecide', ends: ['others'] },
  callersOfTheApi: {
    holds: ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber'],
    kept: 'othersDecide',
    ends: ['others'],
  },
  subscribers: { holds: ['idsAndTimes'], kept: 'othersDecide', ends: ['others'] },
  suppressionList: { holds: ['emailAddress'], kept: 'othersDecide', ends: ['others'] },
  browsers: { holds: ['signIn', 'emailAddress', 'idsAndTimes'], kept: 'othersDecide', ends: ['others'] },
  restoredTables: {
    holds: ['sealedMessage', 'sealedRegister', 'keys', 'fingerprints', 'idsAndTimes'],
    kept: 'untilRemovedByHand',
    ends: ['byHand'],
  },
  backupsOfTheAccount: {
    holds: ['sealedMessage', 'sealedRegister', 'keys', 'fingerprints', 'idsAndTimes'],
    kept: 'othersDecide',
    ends: ['others'],
  },
  runnerFiles: {
    holds: ['plainMessage', 'sealedRegister', 'keys', 'emailAddress', 'telephoneNumber', 'signIn'],
    kept: 'untilRemovedByHand',
    ends: ['byHand'],
  },
} as const satisfies Record<string, Store>;

export const storeGroups = { records, keys, evidence, onTheWay, logs, people, outOfReach };
export type StoreGroup = keyof typeof storeGroups;
type StoreId = { [G in StoreGroup]: keyof (typeof storeGroups)[G] }[StoreGroup];
export const stores: Readonly<Record<StoreId, Store>> = {
  ...records,
  ...keys,
  ...evidence,
  ...onTheWay,
  ...logs,
  ...people,
  ...outOfReach,
};

/** The register in one language. Each place says what it is, and what it is for, to somebody who knows no AWS. */
export interface StoreWords {
  readonly columns: readonly [where: string, holds: string, kept: string, ends: string];
  readonly groups: Readonly<Record<StoreGroup, string>>;
  readonly stores: Readonly<Record<StoreId, string>>;
  readonly classes: Readonly<Record<DataClass, string>>;
  readonly spans: Readonly<Record<Span, string>>;
  readonly endings: Readonly<Record<Ending, string>>;
  days(days: number): string;
}
