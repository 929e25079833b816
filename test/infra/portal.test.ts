// The portal's files and the one address of everything: who reads the bucket, what goes where, with which headers.
import { describe, expect, test } from 'vitest';
import { ownDomain } from '#test/infra/own-domain.ts';
import { pointsAt, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const atHome = synthesize('prod', ownDomain);

const configOf = (synthesized: typeof dev) =>
  the(synthesized.ofType('AWS::CloudFront::Distribution'), () => true, 'the distribution').Properties
    .DistributionConfig;
const config = configOf(dev);
const policyOf = ({ ResponseHeadersPolicyId }: { ResponseHeadersPolicyId: { Ref: string } }) =>
  the(dev.all, ({ id }) => id === ResponseHeadersPolicyId.Ref, 'the headers').Properties.ResponseHeadersPolicyConfig;

describe('the bucket', () => {
  const bucket = the(dev.ofType('AWS::S3::Bucket'), ({ id }) => id.startsWith('Files'), "the portal's bucket");

  test('is closed, and only this distribution reads it', () => {
    const policy = the(
      dev.ofType('AWS::S3::BucketPolicy'),
      ({ Properties }) => Properties.Bucket.Ref === bucket.id,
      'the policy of the bucket',
    );
    const allowed = policy.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );

    expect(Object.values(bucket.Properties.PublicAccessBlockConfiguration)).toEqual([true, true, true, true]);
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
    expect(config.Origins[0].OriginAccessControlId).toBeDefined();
  });

  test('gets hashed files for a year first, and the page and its settings never, which are invalidated', () => {
    const deployments = dev.ofType('Custom::CDKBucketDeployment');
    const assets = the(deployments, ({ Properties }) => Properties.DestinationBucketKeyPrefix === 'assets', 'assets');
    const pages = the(deployments, (one) => one !== assets, 'pages');

    expect(assets.Properties.SystemMetadata['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(pages.Properties.SystemMetadata['cache-control']).toBe('no-store');
    expect(pages.Properties.DistributionPaths).toEqual(['/', '/index.html', '/config.json']);
    expect(pages.DependsOn).toContain(assets.id);
    expect([assets.Properties.Prune, pages.Properties.Prune]).toEqual([false, false]);
  });
});

describe('what goes where', () => {
  test('the API has its paths, is never kept, and takes every method', () => {
    for (const behavior of config.CacheBehaviors)
      expect(behavior).toMatchObject({
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        ViewerProtocolPolicy: 'https-only',
      });
    expect(config.CacheBehaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual([
      '/v1',
      '/v1/*',
    ]);
    expect(config.CacheBehaviors[1].AllowedMethods).toHaveLength(7);
  });

  test('the function is on the files alone', () => {
    expect(config.DefaultCacheBehavior.FunctionAssociations).toHaveLength(1);
    for (const behavior of config.CacheBehaviors) expect(behavior).not.toHaveProperty('FunctionAssociations');
  });

  test('no error is kept: what failed for one reader says nothing to the next', () => {
    const errors: { ErrorCode: number }[] = config.CustomErrorResponses;

    // All that CloudFront keeps by itself, and no page in place of any.
    expect(errors).toEqual(
      [404, 405, 414, 500, 501, 502, 503, 504].map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
  });

  test('of the files CloudFront keeps what says so for as long as it says, and the page not for a second', () => {
    const policy = the(
      dev.ofType('AWS::CloudFront::CachePolicy'),
      ({ id }) => id === config.DefaultCacheBehavior.CachePolicyId.Ref,
      'the policy of the files',
    );

    expect(policy.Properties.CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 31_536_000,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: 'none' },
        EnableAcceptEncodingBrotli: true,
        EnableAcceptEncodingGzip: true,
        HeadersConfig: { HeaderBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'none' },
      },
    });
  });

  test('the gateway is told all that was asked, the token too, but not the host, which is its own', () => {
    const policy = the(
      dev.ofType('AWS::CloudFront::OriginRequestPolicy'),
      ({ id }) => id === config.CacheBehaviors[1].OriginRequestPolicyId.Ref,
      'what goes to the API',
    );

    expect(policy.Properties.OriginRequestPolicyConfig).toMatchObject({
      HeadersConfig: { HeaderBehavior: 'allExcept', Headers: ['host'] },
      CookiesConfig: { CookieBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    });
  });

  test('nobody keeps a log of who asks', () => {
    expect(config).not.toHaveProperty('Logging');
  });
});

describe('headers', () => {
  test('of the files leave a browser nothing but the files, the sign-in and what is to be fetched', () => {
    const { SecurityHeadersConfig: security } = policyOf(config.DefaultCacheBehavior);
    const [before, login, between, files, after] = security.ContentSecurityPolicy.ContentSecurityPolicy['Fn::Join'][1];

    expect(before).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self' https://",
    );
    expect(login['Fn::ImportValue']).toContain('PeopleLogin');
    expect(between).toBe('.auth.eu-north-1.amazoncognito.com https://');
    expect(files['Fn::ImportValue']).toContain('HandoutsBucket');
    expect(after).toBe(
      "; manifest-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    );
    expect(security).toMatchObject({
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
    });
  });

  test('of the API override nothing that the API says', () => {
    const policy = policyOf(config.CacheBehaviors[1]);

    expect(JSON.stringify(policy)).not.toContain('"Override":true');
    expect(policy.CustomHeadersConfig.Items).toEqual([{ Header: 'cache-control', Override: false, Value: 'no-store' }]);
  });
});

describe('a stage with certificates', () => {
  test('has its own domain, with TLS 1.2 of 2021', () => {
    expect(configOf(atHome)).toMatchObject({
      Aliases: ['answeronline.example'],
      ViewerCertificate: { AcmCertificateArn: ownDomain.certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });

  test("answers at the API's own domain instead of the gateway's, and only whom CloudFront sends", () => {
    const [api] = atHome.ofType('AWS::ApiGatewayV2::Api');
    const { Origins } = configOf(atHome);

    expect(api?.Properties.DisableExecuteApiEndpoint).toBe(true);
    expect(Origins[1]).toMatchObject({
      DomainName: 'api.answeronline.example',
      OriginCustomHeaders: [{ HeaderName: 'x-origin', HeaderValue: expect.anything() }],
    });
    const shown = Origins[1].OriginCustomHeaders[0].HeaderValue['Fn::Join'][1];
    expect(shown).toEqual([
      '{{resolve:secretsmanager:',
      { 'Fn::GetStackOutput': expect.objectContaining({ StackName: 'answeronline-prod-service' }) },
      ':SecretString:::}}',
    ]);
  });

  test('tells the word to every function behind the gateway, and to no other', () => {
    const knows = (resource: { Properties: { Environment?: { Variables: object } } }) =>
      'ORIGIN_SECRET' in (resource.Properties.Environment?.Variables ?? {});
    const behindGateway = atHome.ofType('AWS::ApiGatewayV2::Integration').map(({ Properties }) => Properties);

    const told = atHome.ofType('AWS::Lambda::Function').filter(knows);

    expect(told).toHaveLength(behindGateway.length);
    for (const { id } of told) expect(behindGateway.some((one) => pointsAt(one, id))).toBe(true);
  });

  test('has the word in no export, which CloudFormation would not take back when the word is made anew', () => {
    const outputs = Object.values(atHome.templates.service.toJSON().Outputs as Record<string, { Export?: object }>);

    expect(JSON.stringify(outputs.filter((one) => one.Export))).not.toContain('OriginSecret');
  });
});
