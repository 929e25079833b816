// What the deployed stacks are made of, as CloudFormation lists it.
import type { Aws } from './aws.ts';

export interface StackParts {
  functions: string[];
  /** UUIDs of event source mappings. */
  mappings: string[];
  schedules: string[];
  alarms: string[];
  buckets: string[];
}

const types = {
  functions: 'AWS::Lambda::Function',
  mappings: 'AWS::Lambda::EventSourceMapping',
  schedules: 'AWS::Scheduler::Schedule',
  alarms: 'AWS::CloudWatch::Alarm',
  buckets: 'AWS::S3::Bucket',
} as const satisfies Record<keyof StackParts, string>;

interface Summary {
  ResourceType: string;
  ResourceStatus: string;
  PhysicalResourceId: string;
}

export async function readStack(aws: Aws, StackName: string): Promise<StackParts> {
  const { StackResourceSummaries } = await aws('cloudformation', 'list-stack-resources', { StackName });
  const ofType = (type: string) =>
    (StackResourceSummaries as Summary[])
      .filter(({ ResourceType, ResourceStatus }) => ResourceType === type && !ResourceStatus.startsWith('DELETE_'))
      .map(({ PhysicalResourceId }) => PhysicalResourceId);
  return Object.fromEntries(Object.entries(types).map(([part, type]) => [part, ofType(type)])) as unknown as StackParts;
}
