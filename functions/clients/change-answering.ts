// Changes how a client's calls are answered: instructions, opening hours, rules, alternatives, what callers are told.
import { answeringOrNone, answeringReads } from '#clients/answering.ts';
import type { answeringRoutes } from '#clients/answering-routes.ts';
import type { AnsweringDetails, AnsweringPatch } from '#clients/answering-schema.ts';
import { alternativeReads, wrongAlternatives, wrongHours, wrongRules } from '#clients/check-answering.ts';
import { lineNames } from '#clients/lines.ts';
import { withIds } from '#clients/named-entries.ts';
import { showAnswering } from '#clients/show-answering.ts';
import { clientReads, openClient } from '#clients/store.ts';
import { writeAnswering } from '#clients/write-answering.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { mergePatch } from '#shared/merge-patch.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

const namesLines = ({ rules }: AnsweringPatch) => rules?.some(({ line }) => line !== undefined) === true;

/**
 * Costs one batch read of 4 units (membership, client, record and key; 2 more for each alternative, 1 for the client's key
 * where a rule names a number) and one transaction of 7 (the witness in it; 2 for each KB more, 1 for the index while
 * there are notices).
 */
export const changeAnswering: UseCase<(typeof answeringRoutes)['changeAnswering']> = {
  reads: ({ params: { clientId }, body }) => [
    ...answeringReads(clientId),
    ...(namesLines(body) ? clientReads(clientId) : []),
    ...alternativeReads(clientId, body.alternatives),
  ],

  async run(app, { params: { clientId }, body, ifMatch, caller, found }) {
    const before = answeringOrNone(found, clientId);
    if (caller.role === 'machine' && body.callerNotice !== undefined)
      throw new Problem('forbidden', { errors: [{ pointer: '/callerNotice', detail: 'Not for machine clients' }] });
    if (before.version !== ifMatch) throw new Problem('version-conflict');
    const errors: Finding[] = [
      ...wrongRules(body.rules ?? [], before.value.rules, await linesOf(app, found, clientId, body)),
      ...wrongHours(body.hours, before.value.hours),
      ...wrongAlternatives(clientId, body.alternatives, found, before.alternatives),
    ];
    if (errors.length > 0) throw new Problem('invalid-request', { errors });

    const after = await writeAnswering(app, before, {
      value: changed(app, before.value, body),
      alternatives: body.alternatives ?? before.alternatives,
    });
    return { status: 200, body: showAnswering(after, after.updatedAtMs), version: after.version };
  },
};

async function linesOf(app: App, found: Found, clientId: string, patch: AnsweringPatch): Promise<Set<string>> {
  const client = namesLines(patch) ? openClient(found, clientId) : undefined;
  if (!client) return new Set();
  const nameLine = await lineNames(app);
  return new Set(client.value.numbers.map(({ number }) => nameLine(number)));
}

function changed(app: App, before: AnsweringDetails, patch: AnsweringPatch): AnsweringDetails {
  const { alternatives: _, hours, rules, ...texts } = patch;
  return mergePatch(before, {
    ...texts,
    rules: rules && withIds(app, rules),
    hours: hours && {
      ...hours,
      seasons: withIds(app, hours.seasons),
      specialDays: withIds(app, hours.specialDays),
    },
    ...(hours === null && { hours }),
  });
}
