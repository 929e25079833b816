// Words of signing in, out and the lock, in English.
import type { Words } from '#web/words/words-shape.ts';

export const session: Words['session'] = {
  titles: {
    signedOut: 'You are signed out',
    idle: 'The screen is locked',
    expired: 'You need to sign in again',
    failed: 'We could not sign you in',
    refused: 'You do not have access',
  },
  why: {
    signedOut: 'You have signed out. Nothing of what you saw is left in the browser.',
    idle: 'Nobody has used it for a while. What you wrote is kept.',
    expired: 'The sign-in has ended. What you have written is kept.',
    failed: 'Something went wrong on the way, or the service is not answering right now. Try again in a while.',
    refused: 'The account no longer belongs to any company. Ask the person who invited you.',
  },
  button: {
    signedOut: 'Sign in',
    idle: 'Unlock',
    expired: 'Sign in',
    failed: 'Try again',
    refused: 'Sign in as someone else',
  },
  waits: (count) =>
    count === 1
      ? 'One message is waiting here to be sent. It goes when you sign in.'
      : `${count} messages are waiting here to be sent. They go when you sign in.`,
  stillThere: 'Are you still there?',
  willLock: 'The screen will be locked in two minutes. Press any key or move the mouse to stay signed in.',
  iAmHere: 'I am here',
};
