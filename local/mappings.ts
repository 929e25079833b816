// The event source mappings of the templates: which stream or queue feeds which function, and how.
import type { Functions, LocalFunction } from '#local/functions.ts';
import type { Resource, Resources } from '#local/resources.ts';

interface Common {
  readonly id: string;
  readonly function: LocalFunction;
  readonly batchSize: number;
  readonly reportsItemFailures: boolean;
}

export interface StreamMapping extends Common {
  readonly kind: 'stream';
  readonly table: string;
  readonly streamArn: string;
  readonly windowMs: number;
  readonly filters: readonly string[];
  readonly bisects: boolean;
  /** Infinity: until the record's age ends it. */
  readonly mostRetries: number;
  readonly mostAgeMs: number;
  /** The queue that hears of a batch given up. */
  readonly onFailureArn: string | null;
}

export interface QueueMapping extends Common {
  readonly kind: 'queue';
  readonly queueArn: string;
  readonly mostConcurrent: number;
}

interface MappingProperties {
  EventSourceArn: string;
  FunctionName: string;
  BatchSize?: number;
  Enabled?: boolean;
  MaximumBatchingWindowInSeconds?: number;
  FilterCriteria?: { Filters?: { Pattern: string }[] };
  BisectBatchOnFunctionError?: boolean;
  FunctionResponseTypes?: string[];
  MaximumRetryAttempts?: number;
  MaximumRecordAgeInSeconds?: number;
  DestinationConfig?: { OnFailure?: { Destination: string } };
  ScalingConfig?: { MaximumConcurrency?: number };
}

export function readMappings(resources: Resources, functions: Functions): (StreamMapping | QueueMapping)[] {
  return resources
    .of('AWS::Lambda::EventSourceMapping')
    .filter(({ properties }) => properties.Enabled !== false)
    .map((resource) => readMapping(resource, functions));
}

function readMapping({ logicalId, properties }: Resource, functions: Functions): StreamMapping | QueueMapping {
  const mapping = properties as unknown as MappingProperties;
  const { EventSourceArn, FunctionName } = mapping;
  const filters = mapping.FilterCriteria?.Filters?.map(({ Pattern }) => Pattern) ?? [];
  const windowMs = (mapping.MaximumBatchingWindowInSeconds ?? 0) * 1000;
  const common = {
    id: logicalId,
    function: functions.named(FunctionName),
    reportsItemFailures: mapping.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
  };
  const table = /:dynamodb:.*:table\/([^/]+)\/stream\//.exec(EventSourceArn)?.[1];
  if (table) {
    return {
      ...common,
      kind: 'stream',
      table,
      streamArn: EventSourceArn,
      batchSize: mapping.BatchSize ?? 100,
      windowMs,
      filters,
      bisects: mapping.BisectBatchOnFunctionError ?? false,
      mostRetries: endless(mapping.MaximumRetryAttempts),
      mostAgeMs: endless(mapping.MaximumRecordAgeInSeconds) * 1000,
      onFailureArn: mapping.DestinationConfig?.OnFailure?.Destination ?? null,
    };
  }
  if (!EventSourceArn.includes(':sqs:'))
    throw new Error(`${logicalId}: the runner does not know the source ${EventSourceArn}`);
  if (filters.length > 0 || windowMs > 0)
    throw new Error(`${logicalId}: the runner knows no filters or windows on queues`);
  return {
    ...common,
    kind: 'queue',
    queueArn: EventSourceArn,
    batchSize: mapping.BatchSize ?? 10,
    mostConcurrent: mapping.ScalingConfig?.MaximumConcurrency ?? Number.POSITIVE_INFINITY,
  };
}

const endless = (value: number | undefined) => (value === undefined || value < 0 ? Number.POSITIVE_INFINITY : value);
