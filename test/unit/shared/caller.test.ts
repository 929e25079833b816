// Who a token speaks for: only access tokens count, and only with the scope of the route.
import { expect, test } from 'vitest';
import { hasScope, tokenHolder } from '#shared/caller.ts';

const access = {
  token_use: 'access',
  username: 'usr_01M85KCDDPZJ3KXAS3C34Y3EQ8',
  scope: 'openid answeronline/messages.read',
  ao_clients: 'cli_01M85KCDJKPBRZMYCRMZYP6DB1',
};

test('an ID token, which passes the gateway as well, speaks for nobody', () => {
  expect(tokenHolder(access)).toBeDefined();
  expect(tokenHolder({ ...access, token_use: 'id' })).toBeUndefined();
});

test('a token that does not say what it is for speaks for nobody', () => {
  const { token_use: _, ...claims } = access;

  expect(tokenHolder(claims)).toBeUndefined();
});

test('a scope counts only by its full name', () => {
  const holder = tokenHolder(access);
  const bare = tokenHolder({ ...access, scope: 'messages.read' });

  expect(holder && hasScope(holder, 'messages.read')).toBe(true);
  expect(holder && hasScope(holder, 'messages.write')).toBe(false);
  expect(bare && hasScope(bare, 'messages.read')).toBe(false);
});
