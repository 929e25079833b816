// Changes a client: its record under a new key, and the rows of the numbers that come and go.
import type { ClientsApp } from '#clients/app.ts';
import { endAfter } from '#clients/client-end.ts';
import { demandClient } from '#clients/demand-client.ts';
import { lineNames } from '#clients/lines.ts';
import { changeNumbers, numberTaken } from '#clients/number-rows.ts';
import { mayLastLonger, retentionWithin } from '#clients/retention-limit.ts';
import type { clientRoutes } from '#clients/routes.ts';
import type { ClientPatch } from '#clients/schema.ts';
import { putShortening } from '#clients/shortening.ts';
import { showClient } from '#clients/show-client.ts';
import { type ClientContent, changedClient, clientReads, type OpenedClient } from '#clients/store.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { mergePatch } from '#shared/merge-patch.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 3 units (membership, client, keys) and one transaction: 2 units for the record and each KB
 * more, 2 for the keys, 2 for each number that comes or goes, 2 for the wish to shorten old messages and 2 for the files that
 * they stand in, 3 for the witness.
 */
export const changeClient: UseCase<(typeof clientRoutes)['changeClient'], ClientsApp> = {
  reads: ({ params }) => clientReads(params.clientId),

  async run(app, { params, body, ifMatch, caller, found }) {
    const before = demandClient(found, params.clientId);
    if (before.version !== ifMatch) throw new Problem('version-conflict');
    const after = changed(before, body, app);
    if (caller.role === 'machine') demandPeople(body);
    if (caller.role !== 'supervisor') demandOwnFields(before, after);
    const numbers = await changeNumbers(app, before.id, before.value.numbers, after.value.numbers);
    const record = changedClient(after, before.keys);
    const shortening =
      body.retentionAppliesTo === 'all'
        ? [putShortening(after.id, after.retention, after.updatedAtMs), endFilesOf(after.id)]
        : [];

    try {
      await app.db.commit([...record, ...numbers.writes, ...shortening]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // Somebody else was first: the next run, with fresh reads, says what became of the client.
      if (error.at(0) || error.at(1)) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw numberTaken(error, record.length, numbers) ?? error;
    }
    const version = before.version + 1;
    return { status: 200, body: showClient({ ...after, version }, caller.role, await lineNames(app)), version };
  },
};

/** @throws Problem invalid-request for a retention beyond the stage's. */
function changed(before: OpenedClient, patch: ClientPatch, app: ClientsApp): ClientContent {
  const {
    retention,
    retentionAppliesTo: _wish,
    contentMode,
    status = before.status,
    endsAt,
    endsBy,
    ...details
  } = patch;
  const nowMs = app.clock.nowMs();
  const { keys: _, ...client } = before;
  const allowed = retention === undefined ? before.retention : retentionWithin(retention, app.retentionMonths);
  if (allowed instanceof Problem) throw allowed;
  demandPaused(status, endsAt, nowMs);
  return {
    ...client,
    status,
    end: endAfter(before.end ?? {}, { status, endsAtMs: endsAt, endsBy }, nowMs),
    contentMode: contentMode ?? before.contentMode,
    retention: allowed,
    updatedAtMs: nowMs,
    value: mergePatch(before.value, details),
  };
}

/** @throws Problem invalid-request for an end of a client that is not paused, or one that lies behind. */
function demandPaused(status: ClientContent['status'], endsAt: number | null | undefined, nowMs: number): void {
  if (typeof endsAt !== 'number') return;
  const detail =
    status !== 'paused' ? 'Only of a client that is paused' : endsAt <= nowMs ? 'In the future' : undefined;
  if (detail) throw new Problem('invalid-request', { errors: [{ pointer: '/endsAt', detail }] });
}

const numberSet = ({ value }: ClientContent) =>
  value.numbers
    .map(({ number }) => number)
    .sort()
    .join(' ');

/**
 * Machine clients would write over addresses that they do not see; and what erases messages is for people.
 * @throws Problem forbidden, with pointers.
 */
function demandPeople(patch: ClientPatch): void {
  const errors = (['contacts', 'generalInbox', 'retentionAppliesTo'] as const)
    .filter((field) => patch[field] !== undefined)
    .map(
      (field): Finding => ({
        pointer: `/${field}`,
        detail: 'Not for machine clients',
      }),
    );
  if (errors.length > 0) throw new Problem('forbidden', { errors });
}

/** What is agreed with the service stays with its supervisors. @throws Problem forbidden that points at each field. */
function demandOwnFields(before: ClientContent, after: ClientContent): void {
  const rules: readonly (readonly [pointer: string, broken: boolean, detail: string])[] = [
    ['/status', after.status !== before.status, 'Only a supervisor changes it'],
    ['/endsAt', after.end?.endsAtMs !== before.end?.endsAtMs, 'Only a supervisor changes it'],
    [
      '/organisationNumber',
      after.value.organisationNumber !== before.value.organisationNumber,
      'Only a supervisor changes it',
    ],
    ['/numbers', numberSet(after) !== numberSet(before), 'Only a supervisor adds or removes numbers'],
    ['/retention', mayLastLonger(after.retention, before.retention), 'Only a supervisor makes it longer'],
  ];
  const errors = rules.filter(([, broken]) => broken).map(([pointer, , detail]): Finding => ({ pointer, detail }));
  if (errors.length > 0) throw new Problem('forbidden', { errors });
}
