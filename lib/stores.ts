// The register of stores: every place where data can be, what it may hold, how long, and what ends it.
// test/infra/stores.test.ts holds it equal to the templates; docs/privacy.md is written from it (`npm run privacy`).
import type { DataClass, Ending, Span, Store } from '#lib/store.ts';
import { evidence, files, keys, records } from '#lib/stores-of-tables.ts';

const onTheWay = {
  ordersTopic: { places: ['topic/Orders'], holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['workDone'] },
  eventsTopic: { places: ['topic/Events'], holds: ['idsAndTimes'], kept: 'untilHandedOn', ends: ['workDone'] },
  orderQueues: {
    places: ['queue/EmailLaneOrders', 'queue/SmsLaneOrders', 'queue/DirectoryOrders', 'queue/JobsOrders'],
    holds: ['idsAndTimes'],
    kept: 4,
    ends: ['workDone', 'retentionPeriod'],
  },
  orderDeadLetters: {
    places: [
      'queue/EmailLaneDeadLetters',
      'queue/SmsLaneDeadLetters',
      'queue/DirectoryDeadLetters',
      'queue/JobsDeadLetters',
    ],
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
    places: [
      'queue/TickDeadLetters',
      'queue/SweepDeadLetters',
      'queue/EraseDeadLetters',
      'queue/CloseDeadLetters',
      'queue/TendDeadLetters',
    ],
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
      'schedule/TendEveryQuarterSchedule',
      'schedule/CanaryEmailFlightSchedule',
      'schedule/CanarySmsFlightSchedule',
    ],
    holds: ['none'],
    kept: 'asLongAsTheService',
    ends: [],
  },
  mailSettings: { places: ['mail/EmailSenderConfiguration'], holds: ['none'], kept: 'asLongAsTheService', ends: [] },
  portalFiles: { places: ['bucket/FilesBucket'], holds: ['none'], kept: 'asLongAsTheService', ends: [] },
  edge: {
    places: ['firewall/WebAcl', 'distribution/Distribution'],
    holds: ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber', 'signIn', 'codesAndCounts'],
    kept: 'seconds',
    ends: ['workDone'],
  },
  originSecret: { places: ['secret/OriginSecret'], holds: ['none'], kept: 'asLongAsTheService', ends: [] },
  functionMemory: {
    holds: ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber', 'keys'],
    kept: 'seconds',
    ends: ['workDone'],
  },
  mailInTransit: { holds: ['plainMessage', 'plainRegister', 'emailAddress'], kept: 'othersDecide', ends: ['others'] },
  smsInTransit: { holds: ['plainMessage', 'telephoneNumber'], kept: 'othersDecide', ends: ['others'] },
} as const satisfies Record<string, Store>;

const logs = {
  functionLogs: {
    places: [
      'log/accesslogs',
      'log/addtokenclaimslogs',
      'log/agreementslogs',
      'log/amendmentslogs',
      'log/attentionlogs',
      'log/Canarysendcanaryemaillogs',
      'log/Canarysendcanarysmslogs',
      'log/Closeclosedaylogs',
      'log/directorylogs',
      'log/stafflogs',
      'log/desklogs',
      'log/documentslogs',
      'log/Directoryrebuilddirectorylogs',
      'log/dispatchdeliverieslogs',
      'log/DeadLettersnotedeadletterslogs',
      'log/EmailLanesendemaillogs',
      'log/Eraseeraseclientslogs',
      'log/messageslogs',
      'log/privacylogs',
      'log/requestslogs',
      'log/findingslogs',
      'log/publiclogs',
      'log/Receiptsnotereceiptslogs',
      'log/SmsLanesendsmslogs',
      'log/SmsReceiptsforwardsmsreceiptslogs',
      'log/Sweepsweepexpiredlogs',
      'log/Jobsworkjobslogs',
      'log/Tendtendprivacylogs',
      'log/Tickticklogs',
    ],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 30,
    ends: ['logRetention'],
  },
  deploymentLogs: { places: ['log/FilesDeploymentLogs'], holds: ['none'], kept: 30, ends: ['logRetention'] },
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
  mailboxes: { holds: ['plainMessage', 'plainRegister', 'emailAddress'], kept: 'othersDecide', ends: ['others'] },
  telephones: { holds: ['plainMessage', 'telephoneNumber'], kept: 'othersDecide', ends: ['others'] },
  callersOfTheApi: {
    holds: ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber'],
    kept: 'othersDecide',
    ends: ['others'],
  },
  subscribers: { holds: ['idsAndTimes'], kept: 'othersDecide', ends: ['others'] },
  suppressionList: { holds: ['emailAddress'], kept: 'othersDecide', ends: ['others'] },
  browserMemory: {
    holds: ['signIn', 'plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber'],
    kept: 'untilHandedOn',
    ends: ['workDone'],
  },
  browserStore: {
    holds: ['sealedMessage', 'sealedRegister', 'keys', 'idsAndTimes'],
    kept: 1,
    ends: ['workDone', 'ownClock'],
  },
  browserSignIn: { holds: ['signIn'], kept: 1, ends: ['workDone'] },
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
    // Letters to users greet them by name.
    holds: ['plainMessage', 'plainRegister', 'sealedRegister', 'keys', 'emailAddress', 'telephoneNumber', 'signIn'],
    kept: 'untilRemovedByHand',
    ends: ['byHand'],
  },
} as const satisfies Record<string, Store>;

export const storeGroups = { records, keys, files, evidence, onTheWay, logs, people, outOfReach };
export type StoreGroup = keyof typeof storeGroups;
type StoreId = { [G in StoreGroup]: keyof (typeof storeGroups)[G] }[StoreGroup];
export const stores: Readonly<Record<StoreId, Store>> = {
  ...records,
  ...keys,
  ...files,
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
