// Why somebody opened what is not opened without a reason: codes, for the audit.

/** What a person may say. */
export const givenReasons = ['subjectRequest', 'clientAsked', 'complaint', 'fault', 'incident'] as const;
/** What a route says by itself: that a caller waits, that the register is looked after, that an agreement has ended. */
const impliedReasons = ['call', 'upkeep', 'agreementEnded'] as const;

export type GivenReason = (typeof givenReasons)[number];
export type Reason = GivenReason | (typeof impliedReasons)[number];

export const reasons: readonly Reason[] = [...givenReasons, ...impliedReasons];
