// How long a client's messages may be kept: never longer than the stage allows, and longer only by a supervisor.
import { Problem } from '#shared/problems.ts';
import type { Retention } from '#shared/retention.ts';

/** Days that 1 to 6 calendar months last at least, and at most. */
const shortestDays = [0, 28, 59, 89, 120, 150, 181];
const longestDays = [0, 31, 62, 92, 123, 153, 184];

const days = (retention: Retention, ofMonths: readonly number[]): number =>
  'days' in retention ? retention.days : (ofMonths[retention.months] ?? Number.POSITIVE_INFINITY);

/** Whether `one` may ever last longer than `other`, whenever it begins. */
export function mayLastLonger(one: Retention, other: Retention): boolean {
  if ('months' in one && 'months' in other) return one.months > other.months;
  return days(one, longestDays) > days(other, shortestDays);
}

/**
 * @param asked null: the longest.
 * @returns Problem invalid-request for one that may last longer than the stage's: another deployment may change its mind.
 */
export function retentionWithin(asked: Retention | null, stageMonths: number): Retention | Problem {
  const longest = { months: stageMonths };
  if (asked === null) return longest;
  if (!mayLastLonger(asked, longest)) return asked;
  return new Problem('invalid-request', {
    errors: [{ pointer: '/retention', detail: `At most ${stageMonths} months or ${shortestDays[stageMonths]} days` }],
  });
}
