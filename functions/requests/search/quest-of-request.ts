// Whom the search of a request looks for: what the person has said, and what their own records in the register say besides.
import { eachFindingPage, type Finding, isDecided } from '#requests/findings.ts';
import type { Readable } from '#requests/search/field.ts';
import { planOf } from '#requests/search/plan.ts';
import { type Quest, questOf, type Sought } from '#requests/search/quest.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';

type Of = Pick<OpenedRequest, 'id' | 'clientId' | 'value' | 'searchJobId' | 'soughtSinceMs'>;

/**
 * Said to be the person by somebody, since the request is of that person; or found beyond doubt by the search that is under way
 * or was the last one, and not denied.
 */
const isThePerson =
  (request: Of) =>
  (finding: Finding): boolean =>
    finding.as.includes('self') &&
    finding.decision === 'include' &&
    (isDecided(finding, request) || finding.jobId === request.searchJobId);

const valuesOf = (records: readonly Readable[], kind: string): string[] =>
  records
    .flatMap(({ fields }) => fields.filter((one) => one.kind === kind && one.slot === 'self'))
    .map(({ value }) => value);

/**
 * Costs a query for each store of people, and reading what they found: a handful of records as a rule.
 */
export async function questOfRequest(app: App, request: Of): Promise<Quest> {
  const { id, clientId, value } = request;
  const { staffId, ...given } = value.who;
  const known: Sought & { staffIds: string[]; userIds: string[] } = {
    names: [],
    phones: [],
    emails: [],
    staffIds: staffId === null ? [] : [staffId],
    userIds: [],
  };
  const nobody = questOf({ given });
  for (const { searcher } of planOf(clientId).people) {
    for await (const findings of eachFindingPage(app, id, { store: searcher.stores[0] })) {
      const byHome = Map.groupBy(findings.filter(isThePerson(request)), ({ home }) => home);
      for (const [home, ofHome] of byHome) {
        const { records } = await searcher.open(
          app,
          home,
          nobody,
          ofHome.map(({ recordId }) => recordId),
        );
        known.names = [...known.names, ...valuesOf(records, 'name')];
        known.phones = [...known.phones, ...valuesOf(records, 'phone')];
        known.emails = [...known.emails, ...valuesOf(records, 'email')];
        known.staffIds.push(...valuesOf(records, 'staffId'));
        known.userIds.push(...valuesOf(records, 'userId'));
      }
    }
  }
  return questOf({ given, known, staffIds: known.staffIds, userIds: known.userIds });
}
