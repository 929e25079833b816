// Whether a restored table may be put in service: its settings, nothing that is due, and a stack that uses it and watches it.
import type { Aws } from './aws.ts';
import type { StackParts } from './stack.ts';
import { demandTable, recoveryIsOn, ttlIsOn } from './table.ts';

export interface Checked {
  what: string;
  holds: boolean;
}

interface ToCheck {
  table: string;
  keep: boolean;
  /** The service's. */
  service: StackParts;
  /** Of all stacks. */
  functions: readonly string[];
  alarms: readonly string[];
  /** How many deliveries of then are under way. */
  underWay: () => Promise<number>;
}

export async function checkRestored(aws: Aws, asked: ToCheck): Promise<Checked[]> {
  const { table, keep, service } = asked;
  const described = await demandTable(aws, table);
  const { StreamSpecification: stream, LatestStreamArn } = described;
  const tables = await Promise.all(asked.functions.map((name) => recordsTableOf(aws, name)));
  const sources: string[] = await Promise.all(
    service.mappings.map(async (UUID) => (await aws('lambda', 'get-event-source-mapping', { UUID })).EventSourceArn),
  );
  const streams = sources.filter((arn) => arn.includes(':dynamodb:'));
  return [
    { what: 'Stream of new images', holds: stream?.StreamEnabled === true && stream.StreamViewType === 'NEW_IMAGE' },
    { what: 'Deletion protection', holds: (described.DeletionProtectionEnabled ?? false) === keep },
    { what: 'Recovery of 35 days', holds: await recoveryIsOn(aws, table) },
    { what: 'TTL', holds: await ttlIsOn(aws, table) },
    { what: 'No delivery of then is under way', holds: (await asked.underWay()) === 0 },
    { what: 'Every function uses this table', holds: tables.every((name) => name === undefined || name === table) },
    { what: 'One reader, on its stream', holds: streams.length === 1 && streams[0] === LatestStreamArn },
    { what: 'Alarms are there and tell', holds: await alarmsTell(aws, asked.alarms) },
  ];
}

async function recordsTableOf(aws: Aws, FunctionName: string): Promise<string | undefined> {
  const { Environment } = await aws('lambda', 'get-function-configuration', { FunctionName });
  return Environment?.Variables?.RECORDS_TABLE;
}

/** At most a hundred names in one request. */
const NAMES = 100;

async function alarmsTell(aws: Aws, alarms: readonly string[]): Promise<boolean> {
  const found: { ActionsEnabled: boolean }[] = [];
  for (let start = 0; start < alarms.length; start += NAMES)
    found.push(
      ...(await aws('cloudwatch', 'describe-alarms', { AlarmNames: alarms.slice(start, start + NAMES) })).MetricAlarms,
    );
  return alarms.length > 0 && found.length === alarms.length && found.every(({ ActionsEnabled }) => ActionsEnabled);
}
