// What a person is answered, in English.
import type { ClosingWords } from '#requests/closing-words.ts';

const HANDED_ON =
  'Whoever has received the data already, in a message for example, may still have it. We tell the recipients, unless that is impossible or involves disproportionate effort (Article 19), and we tell you who they are if you ask.';

export const closingWordsEn: ClosingWords = {
  asked: {
    access: 'for access to your personal data (Article 15 of the GDPR)',
    rectification: 'to correct your personal data (Article 16 of the GDPR)',
    erasure: 'to erase your personal data (Article 17 of the GDPR)',
    restriction: 'to restrict the processing of your personal data (Article 18 of the GDPR)',
    portability: 'for your personal data in a form that can be moved (Article 20 of the GDPR)',
    objection: 'to stop processing your personal data (Article 21 of the GDPR)',
  },
  opening: (ask, { controller, received }) =>
    `You have asked ${controller ?? 'us'} ${ask}. Your request was received on ${received}.`,
  carriedOut: {
    access: (isService) =>
      `With this answer you receive a copy of the data about you ${isService ? 'that we hold' : 'in our telephone answering service'}, and are told why it is processed, who receives it, how long it is kept and what rights you have. What concerns other people may have been left out; where that is so, it can be seen.`,
    rectification: () => `The data has been corrected. ${HANDED_ON}`,
    erasure: () =>
      `The data has been erased: the records are deleted and their encryption keys destroyed, so that they cannot be recreated, not even from backups. ${HANDED_ON}`,
    restriction: (isService) =>
      [
        'The processing is now restricted. This is done by hand, as follows:',
        ...(isService
          ? ['– Your account is closed, and nobody uses the data in it.']
          : [
              '– The operators have a written instruction not to use, disclose or take down any data about you.',
              '– If you are in the staff register, your record is marked as protected, so that only those who must can read it, and no messages are sent to you.',
              '– Messages in which you are mentioned are not opened, changed or forwarded.',
            ]),
        '– What would otherwise have been erased while the restriction holds is kept as a sealed copy, if you have asked for that.',
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
