// Words of signing in, out and the lock.
export const session = {
  title: 'Logga in',
  signIn: 'Logga in',
  signedOut: 'Du är utloggad.',
};
