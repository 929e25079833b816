// Which scopes a client may ask for: those that the template gives it. Cognito refuses any other, and so is it here.
import { errors, type KoaContextWithOIDC } from 'oidc-provider';

/** @throws errors.InvalidScope */
export function refuseForeignScopes({ oidc, query }: KoaContextWithOIDC, allowed: readonly string[]): void {
  // As it was sent: the library lets scopes that it does not know, and offline_access, fall without a word.
  const asked = String(oidc.body?.scope ?? query.scope ?? '').split(' ');
  const foreign = asked.filter((scope) => scope !== '' && !allowed.includes(scope));
  if (foreign.length > 0) throw new errors.InvalidScope('requested scope is not allowed', foreign.join(' '));
}
