// Where people sign in: by e-mail address, invited only, with a second factor.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  UserPool,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';

export interface PeoplePoolProps {
  readonly keep: boolean;
  readonly portalUrl: string;
  /** Adds what our functions need to know to every access token. */
  readonly addTokenClaims: IFunction;
}

export class PeoplePool extends UserPool {
  constructor(scope: Construct, id: string, { keep, portalUrl, addTokenClaims }: PeoplePoolProps) {
    super(scope, id, {
      // The plan with access token customization (trigger versions 2 and 3) and managed login.
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // The user name is our own user id: it stays when the address changes.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      // Not required: what is required is writable by every app client. An invitation always gives it.
      standardAttributes: { email: { required: false, mutable: true } },
      keepOriginal: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      userInvitation: {
        emailSubject: 'Välkommen till Mina Sidor',
        emailBody: `Hej! Ett konto har skapats åt dig ({username}). Logga in på ${portalUrl} med din e-postadress och det tillfälliga lösenordet {####}. Det gäller i sju dagar.`,
      },
      userVerification: {
        emailSubject: 'Din kod till Mina Sidor',
        emailBody: 'Din kod är {####}. Har du inte bett om någon kod behöver du inte göra något.',
      },
      deletionProtection: keep,
      // Nameless: one that a failed creation leaves behind is in nobody's way, and does not hold up the rollback.
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, addTokenClaims, LambdaVersion.V3_0);
    acknowledge(this, {
      'AwsSolutions-COG8':
        'The plan Plus adds threat protection by password history and location. Here a second factor is required of everybody, nobody can sign up, and accounts are not told apart by errors; the plan Essentials has all that is used.',
    });

    new UserPoolGroup(this, 'Desk', { userPool: this, groupName: 'desk', description: 'People of the service' });
    new UserPoolGroup(this, 'Portal', {
      userPool: this,
      groupName: 'portal',
      description: "People of the service's clients",
    });
  }
}
