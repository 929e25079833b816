// The register of stores names every place of the templates that can hold data, and says of each what is so.
import { describe, expect, test } from 'vitest';
import type { Store } from '#lib/store.ts';
import { storeGroups, stores } from '#lib/stores.ts';
import { REMEMBERED_SECONDS } from '#shared/idempotency.ts';
import { tombstone } from '#shared/tombstone.ts';
import { ownDomain } from '#test/infra/own-domain.ts';
import { disagreements } from '#test/infra/stores-in-template.ts';
import { type Resource, synthesize } from '#test/infra/synthesized.ts';
import { privacyText, readPrivacy } from '#test/support/write-privacy.ts';

const dev = synthesize('dev');

/** What a stage has only if it wants a canary. */
const isOfCanary = (place: string) => place.includes('/Canary');

/** What a stage has only if its API has a domain of its own: no stage as shipped. */
const isOfOwnDomain = (place: string) => place === 'secret/OriginSecret';

/** The register with the tables of records that a stage has: without a restore there is one, and none like it. */
const storesWith = (...tables: readonly string[]): Record<string, Store> =>
  Object.fromEntries(
    Object.entries<Store>(stores).map(([id, { places = [], ...store }]) => {
      const named = places.flatMap((place) => tables.map((table) => place.replace('table/Records*', `table/${table}`)));
      return [id, { ...store, places: [...new Set(named)] }];
    }),
  );
const without = (isOf: (place: string) => boolean, register: Readonly<Record<string, Store>>): Record<string, Store> =>
  Object.fromEntries(
    Object.entries(register).map(([id, store]) => [
      id,
      { ...store, ...(store.places && { places: store.places.filter((place) => !isOf(place)) }) },
    ]),
  );
const inProd = without(isOfOwnDomain, storesWith('Records'));
const inDev = without(isOfCanary, inProd);

describe.each([
  ['dev', dev, inDev],
  ['prod', synthesize('prod'), inProd],
  [
    'prod after a restore',
    synthesize('prod', { recordsTableAfterRestore: 'Records-restored-20270523' }),
    without(isOfOwnDomain, storesWith('Records', 'RecordsRecordsrestored20270523')),
  ],
  ['prod at a domain of its own', synthesize('prod', ownDomain), storesWith('Records')],
])('%s', (_, { all }, its) => {
  test('every place that can hold data is in the register once, is kept as long as it says, and nothing else is', () => {
    expect(disagreements(all, its)).toEqual([]);
  });
});

describe('what the check finds', () => {
  const added = (Type: string, Properties: Resource['Properties'] = {}) =>
    disagreements([...dev.all, { id: 'Extra0123ABCD', Type, Properties }], inDev);
  const changed = (id: string, Properties: Resource['Properties']) =>
    disagreements(
      dev.all.map((one) =>
        one.id.startsWith(id) && /Table|Queue|LogGroup/.test(one.Type)
          ? { ...one, Properties: { ...one.Properties, ...Properties } }
          : one,
      ),
      inDev,
    );
  const registered = (id: string, store: Store) => disagreements(dev.all, { ...inDev, [id]: store });

  test.each([
    ['AWS::SQS::Queue', 'queue'],
    ['AWS::SNS::Topic', 'topic'],
    ['AWS::S3::Bucket', 'bucket'],
    ['AWS::DynamoDB::Table', 'table'],
    ['AWS::Logs::LogGroup', 'log'],
    ['AWS::Scheduler::Schedule', 'schedule'],
    ['AWS::SES::ConfigurationSetEventDestination', 'mail'],
  ])('one %s more', (type, kind) => {
    expect(added(type)).toEqual([`${kind}/Extra (${type}) is not in the register`]);
  });

  test.each([
    'AWS::Kinesis::Stream',
    'AWS::KinesisFirehose::DeliveryStream',
    'AWS::StepFunctions::StateMachine',
    'AWS::SSM::Parameter',
    'AWS::DynamoDB::GlobalTable',
    'AWS::Backup::BackupPlan',
    'AWS::Events::Archive',
    'AWS::S3Tables::TableBucket',
    'AWS::RDS::DBInstance',
  ])('a type that nobody has judged: %s', (type) => {
    expect(added(type)).toEqual([`Extra0123ABCD is of a type that nobody has judged: ${type}`]);
  });

  test('a table whose name begins like the table of records', () => {
    const copy = { id: 'RecordsCopy0123ABCD', Type: 'AWS::DynamoDB::Table', Properties: {} };

    expect(disagreements([...dev.all, copy], inDev)).toEqual([
      'table/RecordsCopy (AWS::DynamoDB::Table) is not in the register',
    ]);
  });

  test.each([
    ['a function that logs where Lambda likes', 'AWS::Lambda::Function', {}, 'log/Extra'],
    [
      'a function with files',
      'AWS::Lambda::Function',
      { LoggingConfig: { LogGroup: 'x' }, FileSystemConfigs: [{}] },
      'files/Extra',
    ],
    ['a topic that keeps what it was given', 'AWS::SNS::Topic', { ArchivePolicy: {} }, 'archive/Extra'],
    ['a topic that logs each delivery', 'AWS::SNS::Topic', { DeliveryStatusLogging: [{}] }, 'log/Extra'],
    ['a bucket that is copied elsewhere', 'AWS::S3::Bucket', { ReplicationConfiguration: {} }, 'copies/Extra'],
    [
      'a firewall that keeps samples',
      'AWS::WAFv2::WebACL',
      { VisibilityConfig: { SampledRequestsEnabled: true } },
      'samples/Extra',
    ],
    [
      'a distribution that logs who asks',
      'AWS::CloudFront::Distribution',
      { DistributionConfig: { Logging: {} } },
      'log/Extra',
    ],
    ['a bucket that logs who reads', 'AWS::S3::Bucket', { LoggingConfiguration: {} }, 'log/Extra'],
    [
      'a stage of the API that logs bodies',
      'AWS::ApiGatewayV2::Stage',
      { DefaultRouteSettings: { DataTraceEnabled: true } },
      'log/Extra',
    ],
  ])('%s', (_, type, properties, place) => {
    expect(added(type, properties)).toContain(`${place} (${type}) is not in the register`);
  });

  test('an address that subscribes to a topic', () => {
    expect(added('AWS::SNS::Subscription', { Protocol: 'email' })).toHaveLength(1);
    expect(added('AWS::SNS::Subscription', { Protocol: 'sqs' })).toEqual([]);
  });

  test('an index, a stream and a recovery that a table gets', () => {
    const recovery = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } };

    expect(changed('MessageKeys', recovery)).toEqual([
      'table/MessageKeysTable/recovery (AWS::DynamoDB::Table) is not in the register',
    ]);
    expect(changed('RegisterKeys', { StreamSpecification: {} })).toHaveLength(1);
    expect(changed('RegisterKeys', { GlobalSecondaryIndexes: [{ IndexName: 'byName' }] })).toHaveLength(1);
  });

  test('another retention than the register says', () => {
    expect(changed('EmailLaneDeadLetters', { MessageRetentionPeriod: 86_400 })).toEqual([
      'queue/EmailLaneDeadLetters is kept for 1 days, the register says 14',
    ]);
    expect(changed('HttpApiAccessLogs', { RetentionInDays: undefined })).toContain(
      'log/HttpApiAccessLogs keeps its lines for ever',
    );
  });

  test('a queue or a log with addresses or numbers that keeps them for more than a day', () => {
    expect(registered('orderDeadLetters', { ...stores.orderDeadLetters, holds: ['emailAddress'] })).toEqual([
      'queue/EmailLaneDeadLetters may hold addresses or numbers, and keeps them for more than a day',
      'queue/SmsLaneDeadLetters may hold addresses or numbers, and keeps them for more than a day',
      'queue/DirectoryDeadLetters may hold addresses or numbers, and keeps them for more than a day',
      'queue/JobsDeadLetters may hold addresses or numbers, and keeps them for more than a day',
    ]);
  });

  test('a place that is there no more, and one that is named twice', () => {
    expect(registered('former', { ...stores.orderQueues, places: ['queue/Former'] })).toEqual([
      'queue/Former of the store former is not in the templates',
    ]);
    expect(registered('twice', stores.userPool)).toEqual(['users/People is in the register more than once']);
  });
});

test('no store is in two groups, none names a place twice, and none both holds something and nothing', () => {
  const ids = Object.values(storeGroups).flatMap((group) => Object.keys(group));

  expect(new Set(ids).size).toBe(ids.length);
  for (const [id, { holds, places = [] }] of Object.entries<Store>(stores)) {
    expect([id, new Set(places).size]).toEqual([id, places.length]);
    expect([id, holds.length]).not.toEqual([id, 0]);
    expect([id, holds.length > 1 && holds.includes('none')]).toEqual([id, false]);
  }
});

/** That each kind is there is a matter of types: `items` in lib/stores.ts has one entry for each. */
test('items that go by their time to live are kept as long as the code says', () => {
  const DAY_SECONDS = 24 * 60 * 60;

  expect(stores.tombstone.kept).toBe(
    (tombstone({ clientId: 'cli_1', recordId: 'msg_1', erasedAtMs: 0 }).put.ttl as number) / DAY_SECONDS,
  );
  expect(stores.idempotency.kept).toBe(REMEMBERED_SECONDS / DAY_SECONDS);
});

test('docs/privacy.md has its tables from the register (npm run privacy)', () => {
  expect(privacyText(readPrivacy())).toBe(readPrivacy());
});
