// Data processing agreement, version 2026-12, in English. A template: counsel reviews it before a service uses it.
import type { Block } from '#agreements/document.ts';
import { type AgreementFacts, type ClientFacts, countryName, type SubProcessorFact } from '#agreements/facts.ts';
import type { Retention } from '#shared/retention.ts';

const text = (words: string): Block => ({ kind: 'text', text: words });
const list = (...items: string[]): Block => ({ kind: 'list', items });
const table = (columns: string[], rows: string[][]): Block => ({ kind: 'table', columns, rows });

const BLANK = '[to be filled in]';
const TITLE = 'Data processing agreement';
const NOTICE =
  'A template. Counsel is to review the text before it is used. It follows the usual structure of an agreement under article 28 of the General Data Protection Regulation, (EU) 2016/679 (GDPR).';

const retentionWords = (retention: Retention) => {
  if ('days' in retention) return retention.days === 1 ? '1 day' : `${retention.days} days`;
  return retention.months === 1 ? '1 month' : `${retention.months} months`;
};

function parties({ client, service }: AgreementFacts): Block[] {
  return [
    table(
      ['Detail', 'Controller (the client)', 'Processor (the service)'],
      [
        ['Name', client?.name ?? BLANK, service?.name ?? BLANK],
        [
          'Organisation number',
          client ? (client.organisationNumber ?? '–') : BLANK,
          service?.organisationNumber ?? BLANK,
        ],
        ['Town or address', client ? (client.town ?? '–') : BLANK, service?.address ?? BLANK],
        [
          'Contact for data protection',
          client ? client.privacyContact.join(', ') || "the client's administrators in the portal" : BLANK,
          privacyContactOf(service),
        ],
      ],
    ),
  ];
}

const privacyContactOf = (service: AgreementFacts['service']) =>
  service
    ? [service.privacyContact.name, service.privacyContact.email, service.privacyContact.phone]
        .filter(Boolean)
        .join(', ')
    : BLANK;

function settings(client: ClientFacts | null): Block[] {
  const inbox = client && [client.inboxByEmail && 'e-mail', client.inboxBySms && 'SMS'].filter(Boolean).join(' and ');
  return [
    text('The agreement holds with the settings that the client has made in the service. When it is signed they are:'),
    table(
      ['Setting', 'Value'],
      [
        ['How long messages are kept', client ? retentionWords(client.retention) : BLANK],
        [
          'What is sent to the recipient',
          client
            ? client.contentMode === 'full'
              ? 'the whole message'
              : 'only a notice; the message is read in the portal'
            : BLANK,
        ],
        ['Channels to the staff', "e-mail and SMS, as each person is entered in the client's register"],
        ['Messages for nobody in particular', client ? inbox || 'no general inbox has been entered' : BLANK],
      ],
    ),
    text(
      'The client may at any time shorten the time that messages are kept, and choose to send notices only. Such a change is an instruction under section 6 and needs no new agreement. Messages are never kept longer than six months.',
    ),
  ];
}

const subProcessorRow = ({ details, from, until }: SubProcessorFact): string[] => {
  const country = countryName(details.country, 'en');
  const parent = details.ultimateParent;
  return [
    `${details.name}, ${details.address}, ${country}${from ? ` (from ${from})` : ''}${until ? ` (until ${until})` : ''}`,
    details.contact,
    details.purpose.en,
    details.place,
    parent ? `${parent.name}, ${countryName(parent.country, 'en')}` : '–',
    details.transfer?.en ?? 'The data does not leave the EEA.',
  ];
};

export function agreementInEnglish(facts: AgreementFacts) {
  return {
    language: 'en' as const,
    title: TITLE,
    notice: NOTICE,
    sections: [
      { heading: '1. Parties', blocks: parties(facts) },
      {
        heading: '2. Background and subject matter',
        blocks: [
          text(
            'The service answers the telephone for the client: it takes calls, tells callers what the client wants them to be told, takes messages, and passes them on to the right person. In doing so it processes personal data on behalf of the client. The client is the controller and the service is the processor.',
          ),
          text(
            'This agreement governs that processing. Where another agreement between the parties says something else about the processing of personal data, this one prevails. Words that the GDPR defines have the same meaning here.',
          ),
          text(
            'For its own users, for those who sign agreements, and for its own security the service is a controller itself. This agreement does not cover that.',
          ),
        ],
      },
      {
        heading: '3. Duration',
        blocks: [
          text(
            'The agreement holds from the time it is signed and for as long as the service processes personal data on behalf of the client. Sections 7, 13 and 14 hold after that too, as far as is needed.',
          ),
        ],
      },
      {
        heading: '4. Nature and purpose of the processing',
        blocks: [
          text('The service may process the personal data for these purposes only:'),
          list(
            'to connect calls to the right person at the client, and to tell callers what the client has decided,',
            'to take messages, pass them on to those they are for, and show them in the portal,',
            'to let the client correct, export and erase its data and answer the requests of data subjects,',
            'to keep the processing secure, and to be able to show what has been done.',
          ),
          text(
            'The processing consists of collecting, storing, reading, searching, transmitting, correcting and erasing. The service makes no automated decisions about anybody, builds no profiles, and does not record calls.',
          ),
        ],
      },
      {
        heading: '5. Personal data and data subjects',
        blocks: [
          table(
            ['Data subjects', 'Categories of personal data'],
            [
              [
                "The client's staff, and others who are to receive messages",
                'name, title, department, telephone numbers, e-mail addresses, keywords, answer notes, absence with its reason and end, messages received',
              ],
              ['Callers', 'name, company, telephone number, e-mail address, matter, time of the call'],
              ['Others who are mentioned in a call', 'what the caller says about them that belongs to the matter'],
              ["The client's users of the portal", 'name, e-mail address, role'],
            ],
          ),
          text(
            'Messages are free text. What a caller wants to say may be sensitive, for instance about health. Operators write down no more than the matter needs, and can mark a message as sensitive; then only a notice is sent. The client should choose notices only where calls often concern sensitive data, are subject to professional secrecy, or concern people whose identity is protected.',
          ),
        ],
      },
      {
        heading: '6. Instructions',
        blocks: [
          text(
            "The service processes the personal data only on the client's documented instructions. These are this agreement, the client's settings in the service, the register that the client keeps, and what the client's administrators ask for in writing, in the portal or in another way that is kept.",
          ),
          text(
            'Where law requires the service to process the data in another way, the service tells the client before it does so, unless that law forbids it. Where the service holds that an instruction infringes the rules of data protection, it says so at once, and may wait with following it until the client has answered.',
          ),
        ],
      },
      {
        heading: '7. Confidentiality',
        blocks: [
          text(
            'Everybody at the service who has access to the data has undertaken to keep it confidential or is under a statutory duty to do so. The duty outlasts the assignment. Only those who need the data in their work have access to it.',
          ),
        ],
      },
      {
        heading: '8. Security',
        blocks: [
          text('The service takes the measures that article 32 requires. At least these hold:'),
          list(
            'The content of messages and of the register is stored encrypted, each message and each person under a key of its own.',
            "When its time is over, a message's key is destroyed within an hour. From then on it cannot be read in any copy or backup that the service has.",
            'When something in the register is erased, its key is destroyed at once, and within 25 hours it cannot be restored either.',
            'The data is stored in the EU and encrypted in transit. E-mail and SMS pass through networks that the service does not control; whoever does not want that chooses notices only.',
            'Access is given by role and checked every time. It is withdrawn when the assignment ends.',
            'Access and changes are logged for 24 months in a log that cannot be changed without its showing. The client reads its own part of it in the portal.',
            'The service is monitored, and recovery from failures is rehearsed.',
          ),
          text('The service may change the measures, but not so that the protection becomes weaker.'),
        ],
      },
      {
        heading: '9. Sub-processors',
        blocks: [
          text(
            'The client gives the service a general authorisation to engage sub-processors. Those engaged when the agreement is signed stand in annex 2. The service binds them in writing to the same obligations as follow from this agreement, and answers for their work as for its own.',
          ),
          text(
            "Before a sub-processor is engaged or replaced, the service tells the client's administrators at least 30 days in advance. In that time the client may object in the portal. The parties then look for a solution. If there is none, the client may terminate the service as of the day on which the change takes effect. An objection does not in itself interrupt the answering of calls.",
          ),
          text(
            'Data is not transferred out of the EEA in any other way than annex 2 says, and only where chapter V of the GDPR permits it.',
          ),
        ],
      },
      {
        heading: '10. Assistance to the client',
        blocks: [
          text(
            "Where a data subject turns to the service to exercise a right, the service forwards the request to the client within one working day. It releases, corrects or erases nothing because of the request without the client's instruction. On instruction it prepares access reports, corrects, exports and erases.",
          ),
          text(
            'The service assists the client in meeting its obligations under articles 32 to 36, taking into account the nature of the processing and the information that the service has.',
          ),
        ],
      },
      {
        heading: '11. Personal data breaches',
        blocks: [
          text(
            'Where the service becomes aware of a personal data breach, it tells the client without undue delay, and where possible within 24 hours. The notice describes what has happened, which data and about how many data subjects it concerns, likely consequences, and what is being done. What is not known yet follows later. The client decides whether the breach is to be notified.',
          ),
        ],
      },
      {
        heading: '12. Audit',
        blocks: [
          text(
            "The client may audit that the agreement is followed. It does so in the first place by what the service shows in the portal: the audit log, the erasure log, certificates of erasure and the list of sub-processors, which the client can verify by itself. Where that is not enough, the client, or an independent auditor bound to confidentiality, may audit on site, with reasonable notice and in a way that does not disclose other clients' data.",
          ),
          text('The service cooperates in audits by a supervisory authority.'),
        ],
      },
      {
        heading: '13. Deletion and return',
        blocks: [
          text(
            'Messages are erased when their time is over, without being asked for. When the service ends, the client can first export its register and its messages. Then everything that the service has processed for the client is erased, no later than 30 days after the service ended, and the client receives a certificate of erasure.',
          ),
          text(
            "What remains is this agreement with the evidence of its signing, instructions and certificates, for ten years, and logs and counts without content. What has been delivered to the client's recipients already is in the client's hands.",
          ),
        ],
      },
      {
        heading: '14. Liability',
        blocks: [
          text(
            'The parties are liable for damage under article 82 of the GDPR. A party that has paid for the whole of the damage may claim back from the other the part for which the other is responsible. A limitation of liability in another agreement between the parties holds between them, but not against the data subject.',
          ),
        ],
      },
      {
        heading: '15. Changes',
        blocks: [
          text(
            'Where the service wants to change the agreement, it presents a new version, which holds once the client has signed it. Until then the version that was signed holds. Changed settings under annex 1 and sub-processors under section 9 are no changes of the agreement.',
          ),
        ],
      },
      {
        heading: '16. Governing law',
        blocks: [text('Swedish law applies. Disputes are settled by the general courts of Sweden.')],
      },
      {
        heading: '17. Signing',
        blocks: [
          text(
            'The agreement is made in electronic form under article 28(9) of the GDPR. Whoever signs for the client is signed in to the service, has been given the right to sign by it, and declares that they may make the agreement for the client. The service signs at the same time. Name, title, time, method, network address and a checksum of this text are kept with the agreement.',
          ),
        ],
      },
      { heading: 'Annex 1. Settings of the client', blocks: settings(facts.client) },
      {
        heading: 'Annex 2. Sub-processors',
        blocks: [
          table(
            ['Sub-processor', 'Contact', 'Task', 'Place', 'Ultimate parent', 'Transfer'],
            facts.subProcessors.map(subProcessorRow),
          ),
        ],
      },
    ],
  };
}
