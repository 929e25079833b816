// Words of the question why something old or protected is opened, or something is erased, in English.
import type { Words } from '#web/words/words-shape.ts';

export const why: Words['privacy']['why'] = {
  title: 'Say why',
  legend: 'Reason',
  hint: 'What is protected or older than 30 days is not opened without a reason, and nothing is erased without one. Who, when and why is written down, and the client can read that.',
  reasons: {
    clientAsked: 'The client asked for it',
    subjectRequest: 'Somebody has asked about their own data',
    complaint: 'A complaint, or a question afterwards',
    fault: 'A fault is to be found',
    incident: 'An incident is looked into',
  },
  open: 'Go on',
};
