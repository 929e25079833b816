// Erasures on request in codes: what is erased, why, how far it is, what is counted, kept and out of reach.

/** person: of a subject request. message: a single one. register: everybody in it; the client goes on. client: one that has ended. */
export const erasureWhats = ['person', 'message', 'register', 'client'] as const;
export type ErasureWhat = (typeof erasureWhats)[number];

/** agreementEnded: its thirty days are over. The rest is as in the audit. */
export const erasureReasons = [
  'subjectRequest',
  'clientAsked',
  'complaint',
  'fault',
  'incident',
  'agreementEnded',
] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/**
 * counting: what there is, is being counted. asked: somebody else has to confirm it. running: it is being done, and cannot be
 * stopped. byHand: what a person has to do is left. done: nothing is left, and there is a certificate. withdrawn: it was not
 * confirmed, or could not go on: nothing is certified.
 */
export const erasureStates = ['counting', 'asked', 'running', 'byHand', 'done', 'withdrawn'] as const;
export type ErasureState = (typeof erasureStates)[number];

/**
 * By what an erasure was taken back. somebody: by whoever withdrew it. requestChanged: its request was instructed or prepared
 * anew, or closed, or a restore has lost whom it names. notConfirmed: nobody has confirmed it for thirty days. requestGone: the request's time was over before everything had been erased, and with it what there was to go by.
 */
export const withdrawnReasons = ['somebody', 'requestChanged', 'notConfirmed', 'requestGone'] as const;
export type WithdrawnReason = (typeof withdrawnReasons)[number];

/** What is counted. `contacts`: entries with an address in the client's own record. `files`: reports and exports to be fetched. */
export const erasedKinds = [
  'client',
  'messages',
  'deliveries',
  'staff',
  'users',
  'machineClients',
  'answering',
  'contacts',
  'suppressions',
  'callCounts',
  'files',
] as const;
export type ErasedKind = (typeof erasedKinds)[number];

/**
 * What stays on purpose. jobs: orders of work and exports, by ids and times; of a client that is gone the last letters alone. months: how many messages and calls there were in each month. usersElsewhere: accounts that belong
 * to another client too. agreements: with who signed them, and what proves it; of a person those they stand in; without an end as long as the client is there. client: the client's own record, with its contacts. messages: those of a register without them.
 */
export const keptKinds = [
  'agreements',
  'requests',
  'erasures',
  'certificates',
  'audit',
  'tombstones',
  'evidence',
  'jobs',
  'months',
  'usersElsewhere',
  'client',
  'messages',
] as const;
export type KeptKind = (typeof keptKinds)[number];

/**
 * Copies that nobody can call back. recipients: what was delivered by e-mail and SMS, in copies at the most. callersOfTheApi: what
 * machine clients and people have read. downloads: reports and exports that were fetched. suppressionList: addresses that
 * Amazon SES does not write to. keysRecovery: a restore of the keys, which is possible for a day.
 */
export const placesOutOfReach = [
  'recipients',
  'callersOfTheApi',
  'downloads',
  'suppressionList',
  'keysRecovery',
] as const;
export type PlaceOutOfReach = (typeof placesOutOfReach)[number];

/**
 * Why something that names the person is left. anotherPerson: it is about somebody else. controllersDuty: the client has to
 * keep it by law. disputed: a claim is not settled. goneByItself: its time is over soon.
 */
export const leavingReasons = ['anotherPerson', 'controllersDuty', 'disputed', 'goneByItself'] as const;
export type LeavingReason = (typeof leavingReasons)[number];
