// What the register of stores says of a place where data can be.

/** What a place may hold. "Sealed" is ciphertext: without its key, which lies elsewhere, it is noise. */
export type DataClass =
  | 'sealedMessage'
  | 'sealedRegister'
  | 'keys'
  | 'fingerprints'
  | 'idsAndTimes'
  | 'codesAndCounts'
  | 'plainMessage'
  | 'plainRegister'
  | 'emailAddress'
  | 'telephoneNumber'
  | 'signIn'
  | 'engineers'
  | 'none';

/** For how long, where no number of days says it. */
export type Span =
  | 'untilMessageExpires'
  | 'untilErased'
  | 'likeItsItems'
  | 'untilHandedOn'
  | 'seconds'
  | 'asLongAsTheService'
  | 'tenYears'
  | 'tenYearsAfterDone'
  | 'untilRequestIsOver'
  | 'untilRemovedByHand'
  | 'othersDecide';

export type Ending =
  | 'sweeper'
  | 'erasure'
  | 'edit'
  | 'withdrawal'
  | 'timeToLive'
  | 'ownClock'
  | 'recoveryPeriod'
  | 'retentionPeriod'
  | 'logRetention'
  | 'workDone'
  | 'byHand'
  | 'others';

export interface Store {
  /**
   * The places in the templates: what it is, its logical id without CloudFormation's hash, and for a part of a table
   * `index/<name>`, `stream` or `recovery`; `*` stands for anything. Left out: a part of a place, or none of the templates'.
   */
  readonly places?: readonly string[];
  readonly holds: readonly DataClass[];
  /** Days where a template or a time to live says them, and then at most so many. */
  readonly kept: number | Span;
  readonly ends: readonly Ending[];
}
