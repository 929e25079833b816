// What of a template can hold data, place by place, and where that and the register of stores do not agree.
import type { DataClass, Store } from '#lib/store.ts';
import type { Resource } from '#test/infra/synthesized.ts';

interface Place {
  readonly name: string;
  readonly type: string;
  /** undefined: nothing in the template limits it. */
  readonly days: number | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes
type PlacesOf = (id: string, properties: any) => Omit<Place, 'type'>[];

const DAY_SECONDS = 24 * 60 * 60;

interface LifecycleRule {
  Status: string;
  Prefix?: string;
  ExpirationInDays?: number;
  NoncurrentVersionExpiration?: { NoncurrentDays: number };
}

/** In a versioned bucket what has expired lies there as an older version, until that expires. */
/** Where versions are kept, the older ones have days of their own. */
function daysInBucket(rules: readonly LifecycleRule[], versioned: boolean): number | undefined {
  const rule = rules.find((one) => one.Status === 'Enabled' && one.Prefix === undefined && one.ExpirationInDays);
  const older = versioned ? rule?.NoncurrentVersionExpiration?.NoncurrentDays : 0;
  return rule?.ExpirationInDays !== undefined && older !== undefined ? rule.ExpirationInDays + older : undefined;
}
const itself =
  (kind: string): PlacesOf =>
  (id) => [{ name: `${kind}/${id}`, days: undefined }];

/** A place that is there only where the resource says so. */
const placeIf = (present: unknown, name: string): Omit<Place, 'type'>[] => (present ? [{ name, days: undefined }] : []);

/** Types that can hold data. What a resource does not say has the default of its service. */
const places: Readonly<Record<string, PlacesOf>> = {
  'AWS::DynamoDB::Table': (id, properties) => {
    const name = `table/${id}`;
    const { GlobalSecondaryIndexes = [], LocalSecondaryIndexes = [], StreamSpecification } = properties;
    const { PointInTimeRecoverySpecification: recovery, KinesisStreamSpecification } = properties;
    const indexes: { IndexName: string }[] = [...GlobalSecondaryIndexes, ...LocalSecondaryIndexes];
    return [
      { name, days: undefined },
      ...indexes.map(({ IndexName }) => ({ name: `${name}/index/${IndexName}`, days: undefined })),
      // DynamoDB keeps its streams for 24 hours.
      ...(StreamSpecification ? [{ name: `${name}/stream`, days: 1 }] : []),
      ...(KinesisStreamSpecification ? [{ name: `${name}/kinesis`, days: undefined }] : []),
      ...(recovery?.PointInTimeRecoveryEnabled
        ? [{ name: `${name}/recovery`, days: recovery.RecoveryPeriodInDays ?? 35 }]
        : []),
    ];
  },
  'AWS::SQS::Queue': (id, { MessageRetentionPeriod = 4 * DAY_SECONDS }) => [
    { name: `queue/${id}`, days: MessageRetentionPeriod / DAY_SECONDS },
  ],
  'AWS::Logs::LogGroup': (id, { RetentionInDays }) => [{ name: `log/${id}`, days: RetentionInDays }],
  // Where it says no log group Lambda makes one itself, and keeps its lines for ever.
  'AWS::Lambda::Function': (id, { LoggingConfig, FileSystemConfigs }) => [
    ...placeIf(!LoggingConfig?.LogGroup, `log/${id}`),
    ...placeIf(FileSystemConfigs?.length, `files/${id}`),
  ],
  'AWS::ApiGatewayV2::Stage': (id, { DefaultRouteSettings, RouteSettings = {} }) =>
    placeIf(
      [DefaultRouteSettings, ...Object.values<typeof DefaultRouteSettings>(RouteSettings)].some(
        (settings) => settings?.DataTraceEnabled,
      ),
      `log/${id}`,
    ),
  // SNS makes the log groups of its deliveries itself.
  'AWS::SNS::Topic': (id, { ArchivePolicy, DeliveryStatusLogging }) => [
    { name: `topic/${id}`, days: undefined },
    ...placeIf(ArchivePolicy, `archive/${id}`),
    ...placeIf(DeliveryStatusLogging?.length, `log/${id}`),
  ],
  // To a queue it holds nothing; to an address it holds that.
  'AWS::SNS::Subscription': (id, { Protocol }) =>
    Protocol === 'sqs' ? [] : [{ name: `subscription/${id}`, days: undefined }],
  'AWS::Cognito::UserPool': itself('users'),
  'AWS::Scheduler::Schedule': itself('schedule'),
  'AWS::SES::ConfigurationSet': itself('mail'),
  'AWS::SES::ConfigurationSetEventDestination': itself('mail'),
  // Samples are whole requests, with their addresses.
  'AWS::WAFv2::WebACL': (id, { VisibilityConfig, Rules = [] }) => [
    { name: `firewall/${id}`, days: undefined },
    ...placeIf(
      [{ VisibilityConfig }, ...Rules].some((one) => one.VisibilityConfig?.SampledRequestsEnabled),
      `samples/${id}`,
    ),
  ],
  'AWS::CloudFront::Distribution': (id, { DistributionConfig }) => [
    { name: `distribution/${id}`, days: undefined },
    ...placeIf(DistributionConfig?.Logging, `log/${id}`),
  ],
  'AWS::SecretsManager::Secret': itself('secret'),
  'AWS::S3::Bucket': (id, { LifecycleConfiguration, LoggingConfiguration, ...others }) => [
    {
      name: `bucket/${id}`,
      days: daysInBucket(LifecycleConfiguration?.Rules ?? [], others.VersioningConfiguration !== undefined),
    },
    ...placeIf(LoggingConfiguration, `log/${id}`),
    ...placeIf(others.ReplicationConfiguration ?? others.InventoryConfigurations?.length, `copies/${id}`),
  ],
};

/** Types that keep nothing of what passes. One that stands neither here nor above has to be judged. */
const typesWithoutData: readonly string[] = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::OriginRequestPolicy',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::SubscriptionFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'Custom::CDKBucketDeployment',
];

/** Where addresses and numbers may lie in the open for as long as it takes to handle them, and no longer. */
const ofProviders = ['AWS::SQS::Queue', 'AWS::Logs::LogGroup'];
const inTheOpen: readonly DataClass[] = ['plainMessage', 'plainRegister', 'emailAddress', 'telephoneNumber'];

const withoutHash = (id: string) => id.replace(/[0-9A-F]{8}$/, '');
const asRegExp = (pattern: string) => new RegExp(`^${pattern.replaceAll('*', '[^/]*')}$`);

/** One line for each thing that is wrong; none where templates and register agree. */
export function disagreements(resources: readonly Resource[], stores: Readonly<Record<string, Store>>): string[] {
  const unjudged = resources
    .filter(({ Type }) => !places[Type] && !typesWithoutData.includes(Type))
    .map(({ id, Type }) => `${id} is of a type that nobody has judged: ${Type}`);
  const found: Place[] = resources.flatMap(({ id, Type, Properties }) =>
    (places[Type]?.(withoutHash(id), Properties ?? {}) ?? []).map((place) => ({ ...place, type: Type })),
  );
  const patterns = Object.entries(stores).flatMap(([id, store]) =>
    (store.places ?? []).map((pattern) => ({ id, store, pattern, matches: asRegExp(pattern) })),
  );
  const missing = patterns
    .filter(({ matches }) => !found.some(({ name }) => matches.test(name)))
    .map(({ id, pattern }) => `${pattern} of the store ${id} is not in the templates`);
  const wrong = found.flatMap((place) => {
    const matching = patterns.filter(({ matches }) => matches.test(place.name));
    if (matching.length === 0) return [`${place.name} (${place.type}) is not in the register`];
    if (matching.length > 1) return [`${place.name} is in the register more than once`];
    return matching.flatMap(({ store }) => wrongAbout(place, store));
  });
  return [...unjudged, ...wrong, ...missing];
}

function wrongAbout({ name, type, days }: Place, { kept, holds }: Store): string[] {
  const said = typeof kept === 'number' ? kept : undefined;
  const unbounded = type === 'AWS::Logs::LogGroup' && days === undefined;
  const tooLong = ofProviders.includes(type) && holds.some((one) => inTheOpen.includes(one)) && (days ?? 1e9) > 1;
  return [
    ...(unbounded ? [`${name} keeps its lines for ever`] : []),
    ...(said === days ? [] : [`${name} is kept for ${days} days, the register says ${kept}`]),
    ...(tooLong ? [`${name} may hold addresses or numbers, and keeps them for more than a day`] : []),
  ];
}
