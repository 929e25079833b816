// Stops everything that reads or writes the tables, and lets it go on: schedules, event source mappings, functions.
import { type Aws, until } from './aws.ts';
import type { StackParts } from './stack.ts';

type Wait = () => Promise<unknown>;

/**
 * Schedules and mappings first, for an order that meets a function which may not run counts towards its dead letters. A
 * deployment makes new mappings, and those are on: that no function runs is what holds until `resume`.
 */
export async function stopTraffic(aws: Aws, { functions, mappings, schedules }: StackParts, wait: Wait): Promise<void> {
  for (const Name of schedules) await switchSchedule(aws, Name, 'DISABLED');
  await switchMappings(aws, mappings, false, wait);
  for (const FunctionName of functions)
    await aws('lambda', 'put-function-concurrency', { FunctionName, ReservedConcurrentExecutions: 0 });
}

/** Functions first, and then what feeds them. */
export async function resumeTraffic(aws: Aws, { functions, mappings, schedules }: StackParts, wait: Wait) {
  for (const FunctionName of functions) await aws('lambda', 'delete-function-concurrency', { FunctionName });
  await switchMappings(aws, mappings, true, wait);
  for (const Name of schedules) await switchSchedule(aws, Name, 'ENABLED');
}

/** Scheduler replaces a schedule whole. */
async function switchSchedule(aws: Aws, Name: string, State: 'ENABLED' | 'DISABLED'): Promise<void> {
  const { Arn, CreationDate, LastModificationDate, ...schedule } = await aws('scheduler', 'get-schedule', { Name });
  if (schedule.State !== State) await aws('scheduler', 'update-schedule', { ...schedule, State });
}

async function switchMappings(aws: Aws, mappings: readonly string[], on: boolean, wait: Wait): Promise<void> {
  const goal = on ? 'Enabled' : 'Disabled';
  const stateOf = async (UUID: string) => (await aws('lambda', 'get-event-source-mapping', { UUID })).State;
  for (const UUID of mappings)
    if ((await stateOf(UUID)) !== goal) await aws('lambda', 'update-event-source-mapping', { UUID, Enabled: on });
  for (const UUID of mappings)
    await until(`the mapping ${UUID} is ${goal}`, wait, async () => (await stateOf(UUID)) === goal);
}
