// What only CloudFront and the API know: with it the API can be reached through the firewall alone.
import { ReferenceStrength, RemovalPolicy, SecretValue, Stack } from 'aws-cdk-lib';
import { type CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';

export class OriginSecret extends Construct {
  readonly #secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#secret = new Secret(this, 'Secret', {
      description: 'AnswerOnline: what CloudFront shows to the API',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(this.#secret, {
      'AwsSolutions-SMG4':
        'Opens nothing by itself: whoever has it still needs a token of their own for every route. It is made anew by replacing the secret and deploying, as docs/operations.md says.',
    });
  }

  /** For another stack. An export would hold the word fast: CloudFormation takes none back that somebody reads. */
  get elsewhere(): SecretValue {
    const { attrId } = this.#secret.node.defaultChild as CfnSecret;
    return SecretValue.secretsManager(Stack.consumeReference(attrId, ReferenceStrength.WEAK));
  }

  knownTo(functions: readonly AppFunction[]): void {
    // CloudFormation fills it in: the template has where it lies, not what it is.
    for (const fn of functions) fn.addEnvironment('ORIGIN_SECRET', this.#secret.secretValue.unsafeUnwrap());
  }
}
