// Who a token speaks for: only access tokens count, and only with the scope of the route.
import { describe, expect, test } from 'vitest';
import { confirmCaller, hasScope, tokenHolder } from '#shared/caller.ts';

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

describe('of several memberships', () => {
  const staff = { role: 'staffMember', state: 'active', staffId: 'stf_01M85KCDJKPBRZMYCRMZYP6DB1' };
  const admin = { role: 'clientAdmin', state: 'active' };
  const forAdmins = { roles: ['privacyOfficer', 'clientAdmin'] } as const;
  const forBoth = { roles: ['clientAdmin', 'staffMember'] } as const;
  const confirm = (rows: object[], route: { roles: typeof forAdmins.roles | typeof forBoth.roles }) => {
    const holder = tokenHolder(access);
    return holder && confirmCaller(holder, rows as Record<string, unknown>[], route);
  };

  test('one whose role may call the route has the word, wherever it stands', () => {
    for (const rows of [
      [staff, admin],
      [admin, staff],
    ])
      expect(confirm(rows, forAdmins)).toMatchObject({ role: 'clientAdmin', staffId: undefined });
  });

  test('the first has it where each may, and where none may', () => {
    expect(confirm([staff, admin], forBoth)?.role).toBe('staffMember');
    expect(confirm([staff, staff], forAdmins)?.role).toBe('staffMember');
  });

  test('the right to set absences goes with the membership that has the word', () => {
    expect(confirm([{ ...staff, setsAbsences: true }, admin], forAdmins)?.setsAbsences).toBe(false);
    expect(confirm([{ ...staff, setsAbsences: true }, admin], forBoth)?.setsAbsences).toBe(true);
  });

  test('one that was withdrawn never has', () => {
    expect(confirm([staff, { ...admin, state: 'withdrawn' }], forAdmins)?.role).toBe('staffMember');
    expect(confirm([{ ...admin, state: 'withdrawn' }], forAdmins)).toBeUndefined();
  });
});
