// EventBridge Scheduler's schedules, by the functions' clock: as time passes, and where the clock is moved.
import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { Functions, LocalFunction } from '#local/functions.ts';
import type { Resource, Resources } from '#local/resources.ts';

interface Ran {
  readonly schedule: string;
  readonly ok: boolean;
}

export interface Schedules {
  /** Runs each schedule that has fallen due, once, to the end. */
  runDue(): Promise<Ran[]>;
  stop(): void;
}

interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly everyMs: number;
  readonly function: LocalFunction;
  readonly input: string | undefined;
  lastMs: number;
}

const CHECK_EVERY_MS = 500;

export function openSchedules(resources: Resources, functions: Functions, clock: Clock): Schedules {
  checkRetries(resources);
  const schedules = resources
    .of('AWS::Scheduler::Schedule')
    .filter(({ properties }) => properties.State !== 'DISABLED')
    .map((resource) => readSchedule(resource, functions, clock.nowMs()));

  async function runDue(): Promise<Ran[]> {
    const nowMs = clock.nowMs();
    const due = schedules.filter((schedule) => isDue(schedule.lastMs, schedule.everyMs, nowMs));
    for (const schedule of due) schedule.lastMs = nowMs;
    return Promise.all(due.map((schedule) => run(schedule, nowMs)));
  }

  const timer = setInterval(() => void runDue(), CHECK_EVERY_MS);
  return { runDue, stop: () => clearInterval(timer) };
}

/**
 * How often a schedule fell due in between does not matter: it runs once. So it does where the clock was moved back, for what
 * the functions remember of a time that is yet to come is not to stand.
 */
export const isDue = (lastMs: number, everyMs: number, nowMs: number): boolean =>
  nowMs - lastMs >= everyMs || nowMs < lastMs;

const units = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

export function rateMs(expression: string): number {
  const match = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (!match)
    throw new Error(`the runner knows schedules of the form rate(1 minute), not ${expression}; see local/schedules.ts`);
  return Number(match[1]) * units[match[2] as keyof typeof units];
}

function readSchedule({ physical, properties }: Resource, functions: Functions, nowMs: number): Schedule {
  const { ScheduleExpression, Target } = properties as {
    ScheduleExpression: string;
    Target: { Arn: string; Input?: string };
  };
  return {
    name: physical.ref,
    arn: physical.attributes.Arn ?? '',
    everyMs: rateMs(ScheduleExpression),
    function: functions.named(Target.Arn),
    input: Target.Input,
    lastMs: nowMs,
  };
}

/** What Scheduler sends where the template says nothing. */
const defaultInput = JSON.stringify({
  version: '0',
  id: '<aws.scheduler.execution-id>',
  'detail-type': 'Scheduled Event',
  source: 'aws.scheduler',
  time: '<aws.scheduler.scheduled-time>',
  resources: ['<aws.scheduler.schedule-arn>'],
  detail: '{}',
});

/** Scheduler does not wait for the function: whether a run that fails is repeated is the function's own setting. */
export function checkRetries(resources: Resources): void {
  const logs = resources.of('AWS::Logs::SubscriptionFilter').map(({ properties }) => String(properties.DestinationArn));
  for (const { logicalId, properties } of resources.of('AWS::Lambda::EventInvokeConfig')) {
    // What a log is handed to is repeated: local/log-subscriptions.ts.
    if (logs.some((arn) => arn.endsWith(`:function:${properties.FunctionName}`))) continue;
    if (properties.MaximumRetryAttempts !== 0 || properties.DestinationConfig !== undefined)
      throw new Error(`${logicalId}: the runner repeats and reports no run that failed; see local/schedules.ts`);
  }
}

/** A run that fails is not repeated: the next one comes in its time. */
async function run(schedule: Schedule, nowMs: number): Promise<Ran> {
  const context: Record<string, string> = {
    'scheduled-time': new Date(nowMs).toISOString(),
    'schedule-arn': schedule.arn,
    'execution-id': randomUUID(),
    'attempt-number': '1',
  };
  const input = (schedule.input ?? defaultInput).replace(
    /<aws\.scheduler\.([a-z-]+)>/g,
    (whole, name: string) => context[name] ?? whole,
  );
  try {
    await schedule.function.invoke(JSON.parse(input));
    return { schedule: schedule.name, ok: true };
  } catch {
    return { schedule: schedule.name, ok: false };
  }
}
