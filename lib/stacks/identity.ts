// Who signs in: the user pool, its login pages, the app clients, and the trigger that adds claims to their tokens.
import { CfnOutput, Duration, Fn, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnManagedLoginBranding, ManagedLoginVersion } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppClients } from '#lib/constructs/app-clients.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { PeoplePool } from '#lib/constructs/user-pool.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import { loginPrefixOf, portalUrl, type Stage } from '#lib/stage.ts';

export interface IdentityStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
}

export class IdentityStack extends Stack {
  readonly userPool: PeoplePool;
  readonly clients: AppClients;
  /** Without a slash at its end. */
  readonly loginUrl: string;

  constructor(scope: Construct, id: string, { stage, data, ...props }: IdentityStackProps) {
    super(scope, id, props);

    const addTokenClaims = new AppFunction(this, 'add-token-claims', { stage, tables: data });
    new MeaningfulAlarm(this, 'SignInFailing', {
      topic: data.alarmTopic,
      meaning:
        'Tokens cannot be made: people and switchboards are not let in. Look at the log of add-token-claims, and at the table of records.',
      metric: addTokenClaims.metricErrors({ period: Duration.minutes(5) }),
      threshold: 2,
    });
    this.userPool = new PeoplePool(this, 'People', {
      keep: stage.keepData,
      portalUrl: portalUrl(stage),
      addTokenClaims,
    });
    this.clients = new AppClients(this, 'Clients', {
      userPool: this.userPool,
      portalUrls: [portalUrl(stage), ...(stage.localPortal ? [stage.localPortal] : [])],
      machineClientPlaces: stage.machineClientPlaces,
    });

    const domain = this.userPool.addDomain('Login', {
      cognitoDomain: { domainPrefix: loginPrefixOf(stage) },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.loginUrl = domain.baseUrl();
    // Without a style the pages of the newer managed login do not open.
    new CfnManagedLoginBranding(this, 'LoginStyle', {
      userPoolId: this.userPool.userPoolId,
      clientId: this.clients.portal.userPoolClientId,
      useCognitoProvidedValues: true,
    });

    new CfnOutput(this, 'UserPoolId', { value: this.userPool.userPoolId });
    new CfnOutput(this, 'PortalClientId', { value: this.clients.portal.userPoolClientId });
    new CfnOutput(this, 'LoginUrl', { value: this.loginUrl });
    new CfnOutput(this, 'MachineClientIds', { value: this.machineClientIds });
  }

  /** Space separated. */
  get machineClientIds(): string {
    return Fn.join(
      ' ',
      this.clients.machines.map((client) => client.userPoolClientId),
    );
  }
}
