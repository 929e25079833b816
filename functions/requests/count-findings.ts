// How many findings there are, and how many of them a person has still to look at.
import { eachFindingPage, type Finding } from '#requests/findings.ts';
import type { FindingCounts } from '#requests/search-schema.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';

const tests: Readonly<Record<keyof FindingCounts, (finding: Finding) => boolean>> = {
  all: () => true,
  undecided: ({ decision }) => decision === 'undecided',
  doubtful: ({ decision, doubtful }) => decision === 'undecided' && doubtful,
  included: ({ decision }) => decision === 'include',
  left: ({ decision }) => decision === 'leave',
  toReview: ({ decision, third }) => decision === 'include' && third === 'toReview',
};

/** A query for each 500 of them: 1 unit for some ten. */
export async function countFindings(app: Pick<App, 'db'>, requestId: string): Promise<FindingCounts> {
  const counts = { all: 0, undecided: 0, doubtful: 0, included: 0, left: 0, toReview: 0 };
  for await (const findings of eachFindingPage(app, requestId))
    for (const name of Object.keys(tests) as (keyof FindingCounts)[])
      counts[name] += findings.filter(tests[name]).length;
  return counts;
}

/** @throws Problem wrong-state where a person has still to decide. */
export function demandDecided({ undecided, toReview }: FindingCounts): void {
  if (undecided > 0) throw new Problem('wrong-state', { detail: `${undecided} findings are not decided yet` });
  if (toReview > 0)
    throw new Problem('wrong-state', { detail: `In ${toReview} findings nobody has looked for other people yet` });
}
