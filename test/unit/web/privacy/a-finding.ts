// A finding for tests, as the API shows it: a message that tells of somebody, at which nobody has looked.
import type { Finding, FindingField } from '#web/privacy/findings.ts';

export const aField = (more: Partial<FindingField>): FindingField => ({
  code: 'matter',
  value: '',
  found: [],
  others: [],
  ...more,
});

export const aFinding = (more: Partial<Finding>): Finding => ({
  id: 'message#msg_1',
  store: 'message',
  recordId: 'msg_1',
  as: ['mentioned'],
  how: ['name'],
  doubtful: true,
  decision: 'undecided',
  third: 'toReview',
  masks: [],
  expiresAt: null,
  fields: [aField({ value: 'Ring Eva Ek' })],
  ...more,
});
