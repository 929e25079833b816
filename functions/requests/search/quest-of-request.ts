// Whom the search of a request looks for: what the person has said, and what their own records in the register say besides.
import { eachFindingPage, type Finding, isDecided, isFoundOf } from '#requests/findings.ts';
import type { Readable } from '#requests/search/field.ts';
import { planOf } from '#requests/search/plan.ts';
import { type Quest, questOf, type Sought } from '#requests/search/quest.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';

type Of = Pick<OpenedRequest, 'id' | 'clientId' | 'value' | 'soughtSinceMs'>;

/** Said to be the person by somebody, or beyond doubt and not denied, since the request is of that person. */
const isThePerson =
  (request: Of) =>
  (finding: Finding): boolean =>
    finding.as.includes('self') &&
    finding.decision === 'include' &&
    (isDecided(finding, request) || isFoundOf(finding, request));

const valuesOf = (records: readonly Readable[], kind: string): string[] =>
  records
    .flatMap(({ fields }) => fields.filter((one) => one.kind === kind && one.slot === 'self'))
    .map(({ value }) => value);

/**
 * Costs a query for each store of people, and reading what they found: a handful of records as a rule.
 */
export const questOfRequest = async (app: App, request: Of): Promise<Quest> =>
  (await questsOfRequest(app, request)).known;

interface Quests {
  known: Quest;
  /** With the ids of own records that have gone since they were found: what names them is the person's all the same. */
  searched: Quest;
}

/** Costs what `questOfRequest` does. */
export async function questsOfRequest(app: App, request: Of): Promise<Quests> {
  const { id, clientId, value } = request;
  const { staffId, ...given } = value.who;
  const known: Sought & { staffIds: string[]; userIds: string[] } = {
    names: [],
    phones: [],
    emails: [],
    staffIds: staffId === null ? [] : [staffId],
    userIds: [],
  };
  const found = { staffIds: [] as string[], userIds: [] as string[] };
  const nobody = questOf({ given });
  for (const { searcher } of planOf(clientId).people) {
    for await (const findings of eachFindingPage(app, id, { store: searcher.stores[0] })) {
      const own = findings.filter(isThePerson(request));
      found.staffIds.push(...own.filter(({ store }) => store === 'staff').map(({ recordId }) => recordId));
      found.userIds.push(...own.filter(({ store }) => store === 'membership').map(({ recordId }) => recordId));
      const byHome = Map.groupBy(own, ({ home }) => home);
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
  const staffIds = [...known.staffIds, ...found.staffIds];
  const userIds = [...known.userIds, ...found.userIds];
  return {
    known: questOf({ given, known, staffIds: known.staffIds, userIds: known.userIds }),
    searched: questOf({ given, known, staffIds, userIds }),
  };
}
