// What only CloudFront and the API know: with it the API can be reached through the firewall alone.
import { RemovalPolicy, type SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';

export class OriginSecret extends Construct {
  readonly value: SecretValue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: 'AnswerOnline: what CloudFront shows to the API',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.value = secret.secretValue;
    acknowledge(secret, {
      'AwsSolutions-SMG4':
        'Opens nothing by itself: whoever has it still needs a token of their own for every route. It is made anew by replacing the secret and deploying, as docs/operations.md says.',
    });
  }

  knownTo(functions: readonly AppFunction[]): void {
    // CloudFormation fills it in: the template has where it lies, not what it is.
    for (const fn of functions) fn.addEnvironment('ORIGIN_SECRET', this.value.unsafeUnwrap());
  }
}
