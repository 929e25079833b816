// What a letter says, in English.
import type { LetterFacts, LetterWords } from '#letters/letter-words.ts';

const by = ({ day }: LetterFacts) => (day ? ` by ${day}` : '');
const from = ({ day }: LetterFacts) => (day ? ` from ${day}` : '');
const on = ({ day }: LetterFacts) => (day ? ` on ${day}` : '');

export const letterWordsEn: LetterWords = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  abouts: {
    requestReceived: (facts) => ({
      subject: 'New request from a data subject',
      text: `Someone has contacted us about their personal data.${facts.day ? ` The client is to be told${by(facts)}.` : ''}`,
    }),
    requestToForward: (facts) => ({
      subject: 'A request is to be forwarded today',
      text: `A request from a data subject is waiting to be forwarded to the client. That is to be done${by(facts) || ' today'}.`,
    }),
    requestNotForwarded: () => ({
      subject: 'A request has not been forwarded',
      text: 'A request from a data subject should have been forwarded to the client. Please do it now.',
    }),
    requestForwarded: (facts) => ({
      subject: 'Someone has asked about their personal data',
      text: `A person has contacted us about personal data that we process for you. You decide what is to be done: read the request and give your instruction. The person is to have an answer${by(facts)}.`,
    }),
    requestAwaitsInstruction: (facts) => ({
      subject: 'A request is waiting for your instruction',
      text: `We cannot act on a person’s request until you have said what is to be done. The person is to have an answer${by(facts)}.`,
    }),
    requestInstructed: (facts) => ({
      subject: 'The client has given its instruction',
      text: `A request can be taken further. The person is to have an answer${by(facts)}.`,
    }),
    requestDueSoon: (facts) => ({
      subject: 'A request is to be answered soon',
      text: `A request from a data subject is still open. The person is to have an answer${by(facts)}.`,
    }),
    requestLate: ({ to }) => ({
      subject: 'A request is late',
      text:
        to === 'admins'
          ? 'A person’s request should have been answered by now. Please see whether it is waiting for your instruction, or for you to pass on the answer.'
          : 'A person’s request should have been answered by now and is still open.',
    }),
    requestExtended: (facts) => ({
      subject: 'The time for a request has been extended',
      text: `The person is now to have an answer${by(facts)}, and is to be told why it takes longer. A suggested text stands with the request.`,
    }),
    requestReleased: () => ({
      subject: 'An access report is ready',
      text: 'The access report is ready. Please fetch it and pass it on to the person. The file is gone after some days.',
    }),
    requestClosed: ({ to }) => ({
      subject: 'A request has been closed',
      text:
        to === 'admins'
          ? 'A person’s request has been closed. The answer to the person stands with it, for you to send.'
          : 'The client has closed a person’s request.',
    }),
    agreementSigned: ({ to }) => ({
      subject: 'The data processing agreement has been signed',
      text:
        to === 'admins'
          ? 'The agreement has been signed by both parties. You can read and save it in the portal.'
          : 'A client has signed the data processing agreement.',
    }),
    agreementNewVersion: (facts) => ({
      subject: 'New version of the data processing agreement',
      text: `There is a new version of the agreement to read and sign${by(facts)}. Your calls are answered as usual meanwhile.`,
    }),
    agreementEnding: (facts) => ({
      subject: 'The data processing agreement ends',
      text: `The agreement holds until ${facts.day ?? 'the day that stands in it'}. Please read and sign a new one in good time. Your calls are answered as usual meanwhile.`,
    }),
    agreementEnded: () => ({
      subject: 'The data processing agreement has ended',
      text: 'The agreement does not hold any more. Please read and sign a new one as soon as you can. Your calls are answered as usual meanwhile.',
    }),
    subProcessorChange: (facts) => ({
      subject: 'New or changed sub-processor',
      text: `We plan to engage a new sub-processor, or to change one that we have${from(facts)}. Please read who it is and what it is for. If you object, you can say so in the portal before then.`,
    }),
    subProcessorObjection: () => ({
      subject: 'Objection to a sub-processor',
      text: 'A client objects to a new or changed sub-processor.',
    }),
    clientEnding: (facts) => ({
      subject: 'Your data will soon be erased',
      text: `The agreement has ended, and everything that we hold about you is erased${on(facts)}. This cannot be undone. If you need a copy of your register, order an export before then.`,
    }),
    erasureToConfirm: () => ({
      subject: 'An erasure is waiting for confirmation',
      text: 'Someone has ordered an erasure. It is carried out when another person has confirmed it.',
    }),
    erasureDone: ({ to }) => ({
      subject: 'Data has been erased',
      text:
        to === 'admins'
          ? 'The data that was to be erased with us has been erased. The certificate is in the portal. If you have passed the data on, it is for you to tell the recipients (Article 19 of the GDPR).'
          : 'An erasure has been carried out. The certificate is in the portal.',
    }),
    exportReady: () => ({
      subject: 'An export is ready',
      text: 'The export is ready. Please fetch it in the portal. The file is gone after some days.',
    }),
  },
  signIn: 'Sign in',
  because: {
    admins: 'This letter goes to all of your administrators.',
    officers: 'This letter goes to all privacy officers.',
  },
};
