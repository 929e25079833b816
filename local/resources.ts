// The resources of all stacks with every reference filled in: which types the runner runs, which it knows and skips.
import type { Stack } from '#local/assembly.ts';
import { bucketHost } from '#local/presigned.ts';
import { type Names, resolve } from '#local/resolve.ts';

export const ACCOUNT = '000000000000';

/** Where things are on this machine, known once the two servers listen. */
export interface Places {
  readonly region: string;
  readonly origin: string;
  readonly awsEndpoint: string;
  readonly issuer: string;
}

export interface Resource {
  readonly logicalId: string;
  readonly stack: Stack;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly physical: Physical;
}

/** What Ref and Fn::GetAtt give of a resource. */
interface Physical {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type NameOf = (given: { id: string; properties: Record<string, unknown> }, places: Places) => Physical;

const arn = (places: Places, service: string, rest: string) => `arn:aws:${service}:${places.region}:${ACCOUNT}:${rest}`;

/** Nothing in the templates asks for more of it than its name. */
const named: NameOf = ({ id }) => ({ ref: id, attributes: {} });

const run: Readonly<Record<string, NameOf>> = {
  'AWS::DynamoDB::Table': ({ id, properties }, places) => {
    const name = String(properties.TableName ?? id);
    const own = arn(places, 'dynamodb', `table/${name}`);
    return { ref: name, attributes: { Arn: own, StreamArn: `${own}/stream/local` } };
  },
  'AWS::SQS::Queue': ({ id, properties }, places) => {
    const name = String(properties.QueueName ?? id);
    return {
      ref: `${places.awsEndpoint}/${ACCOUNT}/${name}`,
      attributes: { Arn: arn(places, 'sqs', name), QueueName: name },
    };
  },
  'AWS::SNS::Topic': ({ id, properties }, places) => {
    const name = String(properties.TopicName ?? id);
    return { ref: arn(places, 'sns', name), attributes: { TopicName: name } };
  },
  'AWS::SNS::Subscription': named,
  'AWS::S3::Bucket': ({ id, properties }) => {
    const name = String(properties.BucketName ?? id.toLowerCase());
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}`, RegionalDomainName: bucketHost(name) } };
  },
  'AWS::KMS::Key': ({ id }, places) => ({ ref: id, attributes: { Arn: arn(places, 'kms', `key/${id}`) } }),
  'AWS::Lambda::Function': ({ id, properties }, places) => {
    const name = String(properties.FunctionName ?? id);
    return { ref: name, attributes: { Arn: arn(places, 'lambda', `function:${name}`) } };
  },
  'AWS::Lambda::EventSourceMapping': named,
  'AWS::Lambda::EventInvokeConfig': named,
  'AWS::ApiGatewayV2::Api': ({ id }, places) => ({ ref: id, attributes: { ApiEndpoint: places.origin } }),
  'AWS::ApiGatewayV2::Authorizer': named,
  'AWS::ApiGatewayV2::Integration': named,
  'AWS::ApiGatewayV2::Route': named,
  'AWS::CloudFront::Distribution': named,
  'AWS::CloudFront::Function': ({ id }, places) => ({
    ref: id,
    attributes: { FunctionARN: arn(places, 'cloudfront', `function/${id}`) },
  }),
  'AWS::CloudFront::ResponseHeadersPolicy': named,
  'AWS::Events::Rule': named,
  'AWS::Logs::LogGroup': ({ id }, places) => ({ ref: id, attributes: { Arn: arn(places, 'logs', `log-group:${id}`) } }),
  'AWS::Logs::SubscriptionFilter': named,
  'AWS::SES::ConfigurationSetEventDestination': named,
  'AWS::Scheduler::Schedule': ({ id, properties }, places) => {
    const name = String(properties.Name ?? id);
    return { ref: name, attributes: { Arn: arn(places, 'scheduler', `schedule/default/${name}`) } };
  },
  'AWS::Cognito::UserPool': ({ id }, places) => {
    const poolId = `${places.region}_${id.slice(0, 9)}`;
    const own = arn(places, 'cognito-idp', `userpool/${poolId}`);
    return { ref: poolId, attributes: { Arn: own, ProviderURL: places.issuer } };
  },
  // Cognito gives an app client its id; here the logical id says which one it is.
  'AWS::Cognito::UserPoolClient': named,
  'AWS::Cognito::UserPoolResourceServer': ({ id, properties }) => ({
    ref: String(properties.Identifier ?? id),
    attributes: {},
  }),
  'Custom::CDKBucketDeployment': named,
  'AWS::Cognito::UserPoolGroup': ({ id, properties }) => ({ ref: String(properties.GroupName ?? id), attributes: {} }),
};

/** Known, and of no matter on one machine. */
const skipped = new Set([
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::OriginRequestPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::Cognito::ManagedLoginBranding',
  'AWS::Cognito::UserPoolDomain',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
]);

export interface Resources {
  of(...types: readonly string[]): Resource[];
  byRef(type: string, ref: string): Resource;
}

export function openResources(stacks: readonly Stack[], places: Places): Resources {
  const names = new Map(stacks.map((stack) => [stack, namesOf(stack, stacks, places)]));
  const all = stacks.flatMap((stack) =>
    Object.entries(stack.resources).flatMap(([logicalId, { Type: type, Properties = {}, Condition }]): Resource[] => {
      if (skipped.has(type)) return [];
      const label = `${logicalId} (${type}) in stack ${stack.name}`;
      if (!run[type]) throw new Error(`the runner does not know the resource ${label}; teach it in local/resources.ts`);
      if (Condition) throw new Error(`the runner does not know conditions: ${label}`);
      try {
        const properties = resolve(Properties, names.get(stack) as Names) as Record<string, unknown>;
        return [{ logicalId, stack, type, properties, physical: physicalOf(stack, logicalId, places) }];
      } catch (cause) {
        throw new Error(`${label}: ${cause instanceof Error ? cause.message : cause}`, { cause });
      }
    }),
  );
  return {
    of: (...types) => all.filter(({ type }) => types.includes(type)),
    byRef(type, ref) {
      const found = all.find((resource) => resource.type === type && resource.physical.ref === ref);
      if (!found) throw new Error(`no ${type} called ${ref}`);
      return found;
    },
  };
}

function namesOf(stack: Stack, stacks: readonly Stack[], places: Places): Names {
  const pseudo: Record<string, string> = {
    'AWS::AccountId': ACCOUNT,
    'AWS::Region': places.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stack.name,
    'AWS::StackId': arn(places, 'cloudformation', `stack/${stack.name}/local`),
  };
  return {
    ref(id) {
      if (id === 'AWS::NoValue') return undefined;
      return pseudo[id] ?? physicalOf(stack, id, places).ref;
    },
    attribute(id, attribute) {
      const value = physicalOf(stack, id, places).attributes[attribute];
      if (value === undefined) throw new Error(`the runner does not know the attribute ${id}.${attribute}`);
      return value;
    },
    importValue(name) {
      const exporter = stacks.find((candidate) => name in candidate.exports);
      if (!exporter) throw new Error(`no stack exports ${name}`);
      return resolve(exporter.exports[name], namesOf(exporter, stacks, places));
    },
    stackOutput(stackName, outputName) {
      const other = stacks.find((candidate) => candidate.name === stackName);
      if (!other || !(outputName in other.outputs)) throw new Error(`no stack ${stackName} with ${outputName}`);
      return resolve(other.outputs[outputName], namesOf(other, stacks, places));
    },
  };
}

function physicalOf(stack: Stack, id: string, places: Places): Physical {
  const resource = stack.resources[id];
  if (!resource) throw new Error(`stack ${stack.name} has no resource ${id}`);
  const nameOf = run[resource.Type];
  if (!nameOf) return { ref: id, attributes: { Arn: arn(places, 'skipped', id), Id: id } };
  // Names may be joined from pseudo parameters, never from other resources.
  const properties = Object.fromEntries(
    Object.entries(resource.Properties ?? {}).filter(([, value]) => typeof value === 'string'),
  );
  return nameOf({ id, properties }, places);
}
