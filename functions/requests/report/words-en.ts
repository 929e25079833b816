// The words of a report in English.
import type { ReportWords } from '#requests/report/words.ts';

export const wordsInEnglish: ReportWords = {
  title: (part) => (part === undefined ? 'Access report' : `Access report, part ${part}`),
  sections: {
    staff: {
      title: 'Register of staff',
      about:
        "The client's register of its staff. From it the operator knows whom a caller asks for, what may be said, and how a message arrives.",
      retention: 'Until the client takes you out of the register. Absences go a week after their end.',
    },
    membership: {
      title: 'Sign-in',
      about: 'Your user account in the portal: the address that you sign in with, and what you may do there.',
      retention: 'Until your access is withdrawn.',
    },
    client: {
      title: 'Details of the client',
      about: 'Contacts and the general inbox, as the client has given them.',
      retention: 'Until the client changes them, or the agreement ends.',
    },
    answering: {
      title: "How the client's calls are answered",
      about:
        'Greetings, instructions and notices to the operators. Only texts in which you are named, or that you wrote, are shown.',
      retention: 'Until the client changes the text. Notices go at their end.',
    },
    suppression: {
      title: 'Addresses that are sent nothing more',
      about: 'Addresses that could not be reached, or whose holder has asked for nothing more.',
      retention: 'Until the block is lifted, or the owner of the address is removed.',
    },
    machine: {
      title: 'Connected systems',
      about: "Names of systems that the client has connected, where the name may be a person's.",
      retention: 'Until the system is disconnected.',
    },
    message: {
      title: 'Telephone messages',
      about:
        'Messages that you left, that were for you, or in which you are named, with how they were sent. Who took the call is not told.',
      retention: 'Each message is erased by itself, on the day that stands with it.',
    },
    task: {
      title: 'Tasks at work',
      about: 'Tasks that you looked after.',
      retention: 'Until the day on which the message that they are about is erased.',
    },
    request: {
      title: 'What you have asked for',
      about:
        'Requests for access, rectification, erasure and more under the General Data Protection Regulation, this one too.',
      retention: 'A chosen time, 90 days as a rule, after the request was closed.',
    },
    agreement: {
      title: 'Agreements',
      about: 'Data processing agreements that you signed or objected to, and the evidence of it.',
      retention: 'Ten years after the end of the agreement.',
    },
    serviceDetails: {
      title: 'Details of the service',
      about: 'Who answers questions of data protection, and who signs agreements for the service.',
      retention: 'Until they are changed.',
    },
    subProcessor: {
      title: 'Sub-processors',
      about: 'Those who work for the service, with a contact.',
      retention: 'Until they are changed.',
    },
    audit: {
      title: 'Audit log',
      about:
        'What you have done in the service, and when somebody has opened or changed data about you: when, in which role and why. Who it was is not told.',
      retention: '24 months.',
    },
    job: {
      title: 'Work that was ordered',
      about: 'Work that you have started, such as searches and exports.',
      retention: '30 days.',
    },
    export: {
      title: 'Exports',
      about: 'Exports that you have asked for, or into which you, as a protected person, were taken on purpose.',
      retention: '30 days.',
    },
    erasure: {
      title: 'Erasures',
      about: 'Erasures that you have asked for or confirmed. What was erased is not told by them.',
      retention: 'Ten years.',
    },
    tombstone: {
      title: 'Traces of what has been erased',
      about: 'That a record about you was there, and when it was erased. Nothing of its content is left.',
      retention: 'Twelve months; whoever stands in for somebody, as long as there is the client.',
    },
  },
  serviceSections: {
    message: {
      title: 'Messages that you took or handled',
      about: 'Which, and when. Their content is the client’s, who is its controller.',
      retention: "Until the message's time is over, six months at the longest.",
    },
  },
  unsearched: {
    copies: {
      name: 'Copies of the same records',
      because:
        'Search indexes, indexes, protection against mistakes, and files made of the data above. They are sealed under the same keys, and become unreadable with them.',
    },
    keys: { name: 'Keys', because: 'Encryption keys tell nothing of anybody.' },
    counts: { name: 'Counts and times', because: 'Counts, times and ids that lead to no person.' },
    fingerprints: {
      name: 'Fingerprints of requests',
      because: 'Keyed fingerprints, which cannot be read backwards, for a day.',
    },
    traces: {
      name: 'Evidence of what has been erased',
      because: 'The same ids and times as among the traces above, in a store that nobody can change.',
    },
    onTheWay: {
      name: 'On the way between parts of the service',
      because: 'Ids, and e-mail and SMS that are being delivered. Gone after seconds, some days at the longest.',
    },
    logs: { name: 'Logs', because: 'The logs hold ids and codes, and no details of people.' },
    smsLogs: {
      name: 'Log of SMS that were sent',
      because: 'Numbers that SMS went to, for a day. They are gone before any report can be handed out.',
    },
    engineers: {
      name: 'Those who run the service',
      because: "Details of the service's own engineers, answered by hand.",
    },
    noPeople: { name: 'Files and settings', because: 'No personal data.' },
    othersHold: {
      name: 'With recipients',
      because: 'Mailboxes, telephones and systems that were given the data. Whoever holds it answers for it.',
    },
    browsers: {
      name: 'In browsers',
      because: 'In the browser of whoever signed in, sealed, for twelve hours at the longest.',
    },
    askNobody: {
      name: "Amazon's list of addresses that bounced",
      because: 'Amazon keeps the list for itself, and it cannot be searched.',
    },
    byHand: {
      name: 'What an engineer has made',
      because: 'Restored tables and the like, which are removed as the instructions for operations say.',
    },
    ofClients: {
      name: "The clients' data",
      because: 'Each client is the controller of its own. Ask the client.',
    },
    ofService: {
      name: "The service's own data",
      because: 'The service is the controller of it. A request for it is answered by itself.',
    },
  },
  leftOut: {
    expiring: 'Messages that are erased within two days: the report may not outlive them.',
    notThePerson: 'Hits that turned out to be about somebody else.',
    gone: 'Records that were erased after the search.',
    unreadable: 'Records that could not be read. An engineer looks at them.',
    notGiven: 'What you have not provided yourself. You can have it in an access report.',
  },
  purposes: {
    client: [
      "To answer the client's telephone, put calls through, and say when somebody is back",
      'To take telephone messages, and to bring them to whom they are for',
      'To be able to show who has done what with the data',
    ],
    service: [
      'To give those who may access to the service',
      'To make agreements with clients, and to be able to show it',
      'To be able to show who has done what with the data',
    ],
  },
  legalBasis: {
    client:
      'The client is the controller and answers for the legal basis, as a rule a legitimate interest in being reachable (Article 6(1)(f)).',
    service:
      'Contract and a legitimate interest in running the service safely (Article 6(1)(b) and (f)), and legal obligations (Article 6(1)(c)).',
  },
  categories: [
    'Name, title, department',
    'Telephone numbers and e-mail addresses',
    'When somebody is away, and what callers may be told',
    'What was said on the telephone and written down as a message',
    'How and when messages were sent',
    'User account, access, and what was done in the service',
  ],
  recipients: {
    client: [
      'Whom the message is for at the client, and those who the client says are to have it',
      "The client's administrators",
      "Operators and supervisors of those who answer the client's telephone",
      'Callers, of what the client has decided may be said',
      'Systems that the client has connected',
      'The sub-processors named below',
    ],
    service: [
      'Those in the service who need the data',
      'Clients whose telephone you answer, of ids and times',
      'The sub-processors named below',
    ],
  },
  transfers:
    'The data is stored and processed within the EU. What holds where a sub-processor has a parent company outside the EU stands in the agreement with the client.',
  retentionOfMessages: (time) => `${time} after the call; after that nobody can read them`,
  months: (count) => (count === 1 ? '1 month' : `${count} months`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  source: {
    client: [
      'You yourself, when you called or wrote',
      'The client, when it made its register',
      'Whoever called and named you',
      'The services for e-mail and SMS, of what arrived',
    ],
    service: ['You yourself', 'Whoever invited you', 'The service, when you use it'],
  },
  automatedDecisions: 'No decisions are made automatically, and nobody is profiled.',
  rights: [
    {
      name: 'Rectification',
      article: 'Article 16',
      text: 'You may ask that wrong data is corrected, and incomplete data completed.',
    },
    { name: 'Erasure', article: 'Article 17', text: 'In some cases you may ask that data about you is erased.' },
    {
      name: 'Restriction',
      article: 'Article 18',
      text: 'In some cases you may ask that the processing is restricted.',
    },
    {
      name: 'Portability',
      article: 'Article 20',
      text: 'Data that you gave yourself you may have in a form that machines read. The file for machines is one.',
    },
    {
      name: 'Objection',
      article: 'Article 21',
      text: 'You may object to processing that rests on a legitimate interest.',
    },
  ],
  complaints:
    'You may complain to the Swedish Authority for Privacy Protection (IMY): Box 8114, 104 20 Stockholm, Sweden, imy@imy.se, www.imy.se.',
  part: (name, n) => `${name} ${n}`,
  you: 'you',
  notNamed: 'somebody else',
};
