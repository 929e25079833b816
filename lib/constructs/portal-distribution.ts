// The one address: the portal's files, and the API under /v1, which keeps its own answers.
import { readFileSync } from 'node:fs';
import { Duration, type SecretValue } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { apiHeaders, type Elsewhere, pageHeaders } from '#lib/constructs/portal-headers.ts';
import { type Stage, stackName } from '#lib/stage.ts';

/** Where CloudFront finds the API. */
export interface ApiOrigin {
  readonly host: string;
  /** Sent along where the API answers nobody else. */
  readonly secret?: SecretValue;
}

export interface PortalDistributionProps {
  readonly stage: Stage;
  readonly files: IBucket;
  readonly webAclArn: string;
  /** What the pages may ask beside their own address. */
  readonly elsewhere: Elsewhere;
  readonly api: ApiOrigin;
}

/**
 * CloudFront keeps these for ten seconds of its own accord, 5xx whatever the origin says of caching, and for everybody who
 * asks the same: what failed for one reader would have failed for the next, and for whoever tries again.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const errorsKept = [404, 405, 414, 500, 501, 502, 503, 504];

export class PortalDistribution extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { stage, files, webAclArn, elsewhere, api }: PortalDistributionProps) {
    super(scope, id);
    const name = stackName(stage, 'portal');
    const toApi = this.#toApi(name, api);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: name,
      ...(stage.certificateArn !== undefined && {
        domainNames: [stage.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', stage.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      webAclId: webAclArn,
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(files),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        cachePolicy: this.#asFilesSay(name),
        compress: true,
        responseHeadersPolicy: pageHeaders(this, name, elsewhere),
        // On this behaviour alone: what the API does not find is answered by the API.
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.#rewrite(name) }],
      },
      // No pages in place of errors: they would hold for the API too.
      errorResponses: errorsKept.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
      additionalBehaviors: { '/v1': toApi, '/v1/*': toApi },
    });
    acknowledge(this.distribution, {
      'AwsSolutions-CFR1':
        'People read their messages wherever they are, and an answering service has operators abroad. Who comes in is a matter of sign-in with a second factor.',
      'AwsSolutions-CFR3':
        "An access log would hold the address of everybody who opens the portal, and when. The gateway's own log has routes and results, and no address.",
      ...(stage.certificateArn === undefined && {
        'AwsSolutions-CFR4':
          "Without a certificate of its own a distribution takes CloudFront's, whose oldest protocol nobody can choose. A stage with a certificate has TLS 1.2 of 2021.",
      }),
    });
  }

  /** AWS's own policy keeps everything for a second at least, the page and config.json too. */
  #asFilesSay(name: string): CachePolicy {
    return new CachePolicy(this, 'Files', {
      cachePolicyName: `${name}-files`,
      comment: 'As long as each file says, and not at all where it says so',
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(365),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
  }

  #rewrite(name: string): EdgeFunction {
    return new EdgeFunction(this, 'Rewrite', {
      functionName: `${name}-rewrite`,
      comment: 'Every view of the portal is its one page',
      code: FunctionCode.fromInline(readFileSync(new URL('../edge/rewrite.js', import.meta.url), 'utf8')),
      runtime: FunctionRuntime.JS_2_0,
    });
  }

  #toApi(name: string, { host, secret }: ApiOrigin): BehaviorOptions {
    const origin: IOrigin = new HttpOrigin(host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      // CloudFormation fills it in: the template has where it lies, not what it is.
      ...(secret && { customHeaders: { 'x-origin': secret.unsafeUnwrap() } }),
    });
    return {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: this.#allButHostAndCookies(name),
      responseHeadersPolicy: apiHeaders(this, name),
    };
  }

  #allButHostAndCookies(name: string): OriginRequestPolicy {
    return new OriginRequestPolicy(this, 'ToApi', {
      originRequestPolicyName: `${name}-to-api`,
      comment: 'The gateway needs its own host, and the API knows no cookies',
      headerBehavior: OriginRequestHeaderBehavior.denyList('host'),
      cookieBehavior: OriginRequestCookieBehavior.none(),
      queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    });
  }
}
