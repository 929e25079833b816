// Words of signing in, out and the lock, in English.
import type { Words } from '#web/words/words-shape.ts';

export const session: Words['session'] = {
  title: 'Sign in',
  signIn: 'Sign in',
  signedOut: 'You are signed out.',
};
