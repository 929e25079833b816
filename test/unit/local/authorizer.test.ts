// What the gateway's JWT authorizer decides of a token whose signature, issuer and end hold.
import { describe, expect, it } from 'vitest';
import { decide } from '#local/authorizer.ts';

const nowSeconds = Math.floor(Date.now() / 1000);
const claims = { client_id: 'portal', exp: nowSeconds + 60, iat: nowSeconds, scope: 'a/read a/write' };

describe('the authorizer', () => {
  it('takes any one of the scopes of a route', () => {
    expect(decide(claims, ['portal'], ['a/other', 'a/read'])).toMatchObject({ allowed: true });
  });

  it('answers 403 without one of them', () => {
    expect(decide(claims, ['portal'], ['a/other'])).toMatchObject({ allowed: false, status: 403 });
    expect(decide({ ...claims, scope: 'a/reader' }, ['portal'], ['a/read'])).toMatchObject({ status: 403 });
  });

  it('looks at client_id only where there is no aud', () => {
    expect(decide({ ...claims, aud: 'other' }, ['portal'], [])).toMatchObject({ allowed: false, status: 401 });
    expect(decide({ ...claims, aud: ['other', 'portal'] }, ['portal'], [])).toMatchObject({ allowed: true });
    expect(decide({ ...claims, client_id: 'other' }, ['portal'], [])).toMatchObject({ allowed: false, status: 401 });
  });

  it('refuses a token without an end, and one of the future', () => {
    const { exp: _, ...endless } = claims;

    expect(decide(endless, ['portal'], [])).toMatchObject({ allowed: false, status: 401 });
    expect(decide({ ...claims, iat: nowSeconds + 600 }, ['portal'], [])).toMatchObject({ allowed: false, status: 401 });
  });

  it('hands claims on as strings, lists in brackets', () => {
    const decision = decide({ ...claims, groups: ['desk', 'portal'], version: 2, flag: true }, ['portal'], []);

    expect(decision).toMatchObject({
      allowed: true,
      scopes: null,
      claims: { groups: '[desk portal]', version: '2', flag: 'true', client_id: 'portal' },
    });
  });
});
