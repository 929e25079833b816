// Tasks without a message: what a supervisor has to look at besides, in codes. The words stand in the portal.

/**
 * requestNotForwarded: a client has not been told of a person's request in time. requestLate: the person has no answer.
 * agreementEnding, agreementOutdated, agreementMissing: a client's agreement comes to its end, is of an older version, is not
 * there. subProcessorObjection: a client objects. clientEnding: a client is erased within a week. erasureByHand: something of
 * an erasure is left to a person. erasureStopped, exportStopped, reportStopped: work that was given up; of the last the search before it too.
 */
export const taskMatters = [
  'requestNotForwarded',
  'requestLate',
  'agreementMissing',
  'agreementEnding',
  'agreementOutdated',
  'subProcessorObjection',
  'clientEnding',
  'erasureByHand',
  'erasureStopped',
  'exportStopped',
  'reportStopped',
] as const;
export type TaskMatter = (typeof taskMatters)[number];
