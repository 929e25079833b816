// What a person is answered, in English.
import type { ClosingWords } from '#requests/closing-words.ts';

const HANDED_ON =
  'Whoever has received the data already, in a message for example, may still have it. We are obliged to tell the recipients, unless that is impossible or involves disproportionate effort, and to tell you who they are if you ask (Article 19).';

export const closingWordsEn: ClosingWords = {
  asked: {
    access: 'for access to your personal data (Article 15 of the GDPR)',
    rectification: 'to correct your personal data (Article 16 of the GDPR)',
    erasure: 'to erase your personal data (Article 17 of the GDPR)',
    restriction: 'to restrict the processing of your personal data (Article 18 of the GDPR)',
    portability:
      'for data portability, that is, for the personal data that you have provided yourself in a form that can be moved (Article 20 of the GDPR)',
    objection: 'to stop processing your personal data (Article 21 of the GDPR)',
  },
  opening: (ask, { controller, received }) =>
    `You have asked ${controller ?? 'us'} ${ask}. Your request was received on ${received}.`,
  carriedOut: {
    access: (isService) =>
      `With this answer you receive a copy of the data about you ${isService ? 'that we hold' : 'in our telephone answering service'}, and are told why it is processed, who receives it, how long it is kept and what rights you have. What concerns other people may have been left out; where that is so, it can be seen.`,
    rectification: () => `The data has been corrected. ${HANDED_ON}`,
    erasure: () =>
      `The data has been erased: the records are deleted and their encryption keys destroyed, so that the records cannot be read. Within 25 hours at the latest the keys cannot be recreated from backups either. ${HANDED_ON}`,
    restriction: (isService) =>
      [
        'The processing is now restricted. The system has no lock for this: it is done by hand, by those who work with the data, as follows:',
        ...(isService
          ? ['– Your account is closed, and nobody uses the data in it.']
          : [
              '– The operators have a written instruction not to use, disclose or take down any data about you.',
              '– If you are in the staff register, your record is marked as protected, so that only those who must can read it, and no messages are sent to you.',
              '– Those who have access to messages in which you are mentioned are to leave them alone, as far as they can recognise them.',
            ]),
        '– What would otherwise have been erased while the restriction holds is kept as a sealed copy, if you have asked for that.',
        'The data is still stored. Otherwise it may be processed only with your consent, for legal claims, to protect the rights of another person or for reasons of important public interest (Article 18(2)).',
        'We will tell you before the restriction is lifted.',
      ].join('\n'),
    portability: () =>
      'With this answer you receive the data that you have provided yourself, in a structured, machine-readable format (JSON). You may pass it on to whomever you wish.',
    objection: () =>
      'We have stopped the processing that you object to. Data that is not needed for anything else has been erased.',
  },
  others: {
    nothingFound: ({ controller }) =>
      `We have searched every register ${controller === null ? 'that we keep' : 'of our telephone answering service'} for the names, numbers and addresses that you gave. There is no data about you there.`,
    refused: ({ reason }) => `We will not do what you ask. The reason is this:\n${reason ?? ''}`,
    notIdentified: ({ reason }) =>
      [
        'We have not been able to make sure that it is you who is asking, and therefore may not do what you ask (Article 12(2) and 12(6)). You are welcome to contact us again in a way that lets us know.',
        ...(reason ? [reason] : []),
      ].join('\n'),
    withdrawn: () => 'You have told us that you no longer want this done. We have closed the matter and done nothing.',
  },
  extended: (why, { deadline }) =>
    `We need more time than one month, because ${why === 'complexity' ? 'your request is complex' : 'we have received many requests'} (Article 12(3)). You will have our answer by ${deadline}.`,
  complaint:
    'If you are not satisfied, you may complain to the Swedish Authority for Privacy Protection (imy.se) or go to court.',
  kept: ({ keepDays }) => `We keep your request for ${keepDays} days after this answer. Then it is erased.`,
  regards: 'Kind regards',
};
