// The part of the register of stores that is kept on purpose: the tables, what stands in them, their keys, and the evidence.
import type { Store } from '#lib/store.ts';
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
  tombstone: { holds: ['idsAndTimes'], kept: 366, ends: ['timeToLive', 'erasure'] },
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
  answering: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit', 'sweeper'] },
  directory: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 'untilErased', ends: ['erasure', 'edit'] },
  directoryPart: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'untilErased', ends: ['erasure', 'edit'] },
  callCount: { holds: ['fingerprints', 'idsAndTimes', 'codesAndCounts'], kept: 762, ends: ['timeToLive', 'erasure'] },
  audit: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 732, ends: ['timeToLive'] },
  auditDay: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 731, ends: ['timeToLive'] },
  job: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 30, ends: ['timeToLive', 'erasure'] },
  file: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 7, ends: ['workDone', 'erasure', 'timeToLive'] },
  export: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 30, ends: ['timeToLive', 'erasure'] },
  agreement: {
    holds: ['sealedRegister', 'idsAndTimes', 'codesAndCounts'],
    kept: 'tenYears',
    ends: ['workDone', 'timeToLive'],
  },
  serviceDetails: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'asLongAsTheService', ends: ['edit'] },
  subProcessor: { holds: ['sealedRegister', 'idsAndTimes'], kept: 'asLongAsTheService', ends: ['edit'] },
  request: {
    holds: ['sealedRegister', 'idsAndTimes', 'codesAndCounts'],
    kept: 'untilRequestIsOver',
    ends: ['workDone', 'timeToLive'],
  },
  finding: {
    holds: ['sealedRegister', 'idsAndTimes', 'codesAndCounts'],
    kept: 'untilRequestIsOver',
    ends: ['workDone', 'erasure', 'timeToLive'],
  },
  erasure: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 'tenYearsAfterDone', ends: ['timeToLive'] },
  certificate: { holds: ['idsAndTimes', 'codesAndCounts'], kept: 'tenYearsAfterDone', ends: ['timeToLive'] },
} as const satisfies Record<Kind, Store>;

export const records = {
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

export const keys = {
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

export const files = {
  handouts: {
    places: ['bucket/HandoutsBucket'],
    holds: ['sealedMessage', 'sealedRegister', 'idsAndTimes'],
    kept: 7,
    ends: ['workDone', 'erasure', 'retentionPeriod'],
  },
} as const satisfies Record<string, Store>;

export const evidence = {
  evidence: {
    places: ['bucket/EvidenceBucket'],
    holds: ['idsAndTimes', 'codesAndCounts'],
    kept: 732,
    ends: ['retentionPeriod'],
  },
} as const satisfies Record<string, Store>;
