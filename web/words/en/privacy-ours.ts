// Words of requests about our own records, in English.
import type { Words } from '#web/words/words-shape.ts';

export const ours: Words['privacy']['ours'] = {
  states: {
    received: 'To be decided',
    forwarded: 'To be decided',
    instructed: 'Decided',
    preparing: 'Being prepared',
    released: 'To be handed out',
    closed: 'Closed',
  },
  what: {
    received: 'It is about our own data: we decide ourselves what is to be done. Decide: do it, or refuse.',
    instructedAccess: 'It is decided that it is to be done. Search for the person in all that we have ourselves.',
    instructedErasure:
      'It is decided that it is to be done. Search for the person: that shows which accounts are to be removed.',
    instructedHand: 'It is decided that it is to be done. Do it, and then close with an answer to the person.',
    erasing:
      'Go through what was found. Then ask a supervisor to remove the person’s accounts: our own under Operators, a client’s under the client’s Users. The rest is kept as evidence, or goes by its time. Close when the accounts are gone.',
    refused: 'It is decided to refuse. Close with an answer that says why.',
    released: 'Fetch the report, give it to the person, and then close with an answer.',
  },
  notGone:
    'Not yet: the search has to be done, each finding decided, and the person’s accounts removed by a supervisor.',
  steps: { instruct: 'Decide', release: 'Hand out the report' },
  done: { instruct: 'The decision is saved.', release: 'The report can be fetched and given to the person.' },
  course: { carryOut: 'Decided: do it', refuse: 'Decided: refuse', released: 'The report ready for the person' },
  knownToUs: 'We know the person',
  searching: 'Searching all that we have ourselves',
};
