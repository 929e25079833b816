// Who signs in, and how: invited people with a second factor, machines with client credentials.
import { describe, expect, test } from 'vitest';
import { fullScope, machineScopes, scopes } from '#shared/route.ts';
import { type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const prod = synthesize('prod');
const [pool] = prod.ofType('AWS::Cognito::UserPool');
const clients = prod.ofType('AWS::Cognito::UserPoolClient');
const portal = the(clients, ({ id }) => id.includes('Portal'), 'the portal');
const machines = clients.filter((client) => client !== portal);

const scopesOf = ({ Properties }: Resource): string[] =>
  Properties.AllowedOAuthScopes.map((scope: string | { 'Fn::Join': [string, [unknown, string]] }) =>
    typeof scope === 'string' ? scope : `answeronline${scope['Fn::Join'][1][1]}`,
  );

describe('people', () => {
  test('are invited, and always have a second factor', () => {
    expect(pool?.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      UserPoolTier: 'ESSENTIALS',
    });
  });

  test('sign in with their address, in any case, under a name that is our own id', () => {
    expect(pool?.Properties).toMatchObject({
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
    });
  });

  test('get tokens with our claims: the trigger runs for machines too', () => {
    const trigger = pool?.Properties.LambdaConfig.PreTokenGenerationConfig;

    expect(trigger.LambdaVersion).toBe('V3_0');
    expect(trigger.LambdaArn['Fn::GetAtt'][0]).toBe(prod.functionNamed('add-token-claims').id);
  });

  test('belong to the desk or to the portal', () => {
    const groups = prod.ofType('AWS::Cognito::UserPoolGroup').map(({ Properties }) => Properties.GroupName);

    expect(groups.toSorted()).toEqual(['desk', 'portal']);
  });
});

describe('the portal', () => {
  const { Properties } = portal;

  test('uses the code flow without a secret, with tokens that are short, rotated and revocable', () => {
    expect(Properties).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: 'ENABLED' },
      TokenValidityUnits: { AccessToken: 'minutes' },
    });
    expect(Properties.AccessTokenValidity).toBeLessThanOrEqual(15);
  });

  test('lets nobody change their account: no sign-in past the login pages, nothing personal to write', () => {
    const required = pool?.Properties.Schema.filter(({ Required }: { Required: boolean }) => Required);

    expect(Properties.ExplicitAuthFlows).toEqual(['ALLOW_CUSTOM_AUTH']);
    expect(Object.keys(pool?.Properties.LambdaConfig)).toEqual(['PreTokenGenerationConfig']);
    expect(Properties.WriteAttributes).toEqual(['locale']);
    expect(Properties.ReadAttributes).toEqual(['email', 'email_verified']);
    // Cognito refuses a write list that lacks a required attribute.
    expect(required).toEqual([]);
  });

  test('gets all five scopes', () => {
    expect(scopesOf(portal)).toEqual(['openid', 'email', ...scopes.map(fullScope)]);
  });

  test('is found on its domain; on one’s own machine only while trying out', () => {
    const [atHome] = dev.ofType('AWS::Cognito::UserPoolClient');

    expect(Properties.CallbackURLs).toEqual(['https://answeronline.example/']);
    expect(atHome?.Properties.CallbackURLs).toContain('http://localhost:4010/');
  });

  test('has login pages that open', () => {
    expect(prod.ofType('AWS::Cognito::UserPoolDomain')[0]?.Properties.ManagedLoginVersion).toBe(2);
    expect(prod.ofType('AWS::Cognito::ManagedLoginBranding')[0]?.Properties.ClientId).toEqual({ Ref: portal.id });
  });
});

describe('machine clients', () => {
  test('have places with client credentials, a secret, and no scope to manage access', () => {
    expect(machines).toHaveLength(10);
    for (const machine of machines) {
      expect(machine.Properties).toMatchObject({ AllowedOAuthFlows: ['client_credentials'], GenerateSecret: true });
      expect(scopesOf(machine)).toEqual(machineScopes.map(fullScope));
      expect(machine.Properties.ExplicitAuthFlows).toEqual(['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH']);
      expect(JSON.stringify(machine.Properties.AllowedOAuthScopes)).toContain('"Ref":"PeopleApi');
    }
  });
});

test('an engineer is told what a consumer has to know', () => {
  expect(Object.keys(dev.templates.service.findOutputs('*'))).toContain('ApiUrl');
  expect(Object.keys(dev.templates.identity.findOutputs('*'))).toEqual(
    expect.arrayContaining(['UserPoolId', 'PortalClientId', 'LoginUrl', 'MachineClientIds']),
  );
});
