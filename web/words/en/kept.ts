// Words of what the browser keeps, in English.
import type { Words } from '#web/words/words-shape.ts';

export const kept: Words['kept'] = {
  title: 'Not sent – waiting',
  written: 'Written',
  nextTry: 'Next try',
  sendingNow: 'Being sent',
  tryNow: 'Try now',
  refused: 'Could not be sent',
  open: 'Open',
  signOutTitle: 'Messages are waiting',
  signOutWaits: (count) =>
    count === 1
      ? '1 message has not been sent yet. You are signed out when it has gone.'
      : `${count} messages have not been sent yet. You are signed out when they have gone.`,
  begunTitle: 'Messages that you began',
  begun: (count) =>
    count === 1
      ? 'You began 1 message that has not been sent. It is gone when you sign out.'
      : `You began ${count} messages that have not been sent. They are gone when you sign out.`,
  stay: 'Stay',
  wait: 'Wait',
  waitingNow: 'Waiting. You are signed out when everything has gone.',
  print: 'Print',
  leaveAnyway: 'Sign out anyway',
  leaveHint: (until) => `It stays here until ${until}, and is sent when you sign in in this browser.`,
  soonLostTitle: 'About to be lost',
  soonLost: (until) =>
    `This has waited for eleven hours and is erased at ${until} unless it goes. Print it or copy it.`,
  seen: 'I have seen it',
  printedTitle: 'Messages that have not been sent',
  printedFoot: 'Contains personal data. Destroy the paper when the message has arrived.',
};
