// Words of the question why something old or protected is opened, in English.
import type { Words } from '#web/words/words-shape.ts';

export const why: Words['privacy']['why'] = {
  title: 'Why do you open this?',
  legend: 'Reason',
  hint: 'This is protected, or older than 30 days. Who opens it, when and why is written down, and the client can read that.',
  reasons: {
    clientAsked: 'The client asked for it',
    subjectRequest: 'Somebody has asked about their own data',
    complaint: 'A complaint, or a question afterwards',
    fault: 'A fault is to be found',
    incident: 'An incident is looked into',
  },
  open: 'Open',
};
