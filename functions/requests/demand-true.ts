// What is true of an end is looked at before it is written down: that nothing was found, and that our own accounts are gone.
import type { Outcome } from '#requests/codes.ts';
import { eachFindingPage, type Finding } from '#requests/findings.ts';
import { searchRowRead, toSearchRow } from '#requests/search-row.ts';
import type { RequestRow } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { SERVICE } from '#shared/tables.ts';
import { membershipRead } from '#users/store.ts';

const wrong = (detail: string) => new Problem('wrong-state', { detail });

/**
 * Nothing for most. That nothing was found costs a read of 1 unit and a query of the findings (1 unit for some ten); the end of an
 * erasure of our own the same, and 1 unit for each account among them.
 * @throws Problem wrong-state for what is not so.
 */
export async function demandTrue(app: App, request: RequestRow, outcome: Outcome | undefined): Promise<void> {
  if (outcome === 'nothingFound') await demandNothingFound(app, request);
  const isOwn = request.clientId === SERVICE && request.kind === 'erasure';
  if (outcome === 'carriedOut' && isOwn) await demandAccountsGone(app, request);
}

async function demandNothingFound(app: App, request: RequestRow): Promise<void> {
  if ((await foundOf(app, request)).length > 0) throw wrong('Something was found of the person');
}

/** Of our own records nothing is erased but accounts, by withdrawing them: what stays is evidence, or goes by its time. */
async function demandAccountsGone(app: App, request: RequestRow): Promise<void> {
  const found = await foundOf(app, request);
  const reads = found
    .filter(({ store }) => store === 'membership')
    .map(({ home, recordId }) => membershipRead(home, recordId));
  const standing = await app.db.read(reads);
  if (reads.some((read) => standing.get(read))) throw wrong('The person still has an account: withdraw it first');
}

/** What somebody has found to be the person's: the request itself, which says whom it is about, is not counted. */
async function foundOf(app: App, { id, searchJobId }: RequestRow): Promise<Finding[]> {
  const row = toSearchRow((await app.db.read([searchRowRead(id)])).get(searchRowRead(id)));
  if (row?.doneAtMs === undefined || row.jobId !== searchJobId) throw wrong('The search has not come through yet');
  const found: Finding[] = [];
  for await (const page of eachFindingPage(app, id)) {
    const others = page.filter(({ store, recordId }) => store !== 'request' || recordId !== id);
    if (others.some(({ decision }) => decision === 'undecided'))
      throw wrong('Somebody has to decide about each finding first');
    found.push(...others.filter(({ decision }) => decision === 'include'));
  }
  return found;
}
