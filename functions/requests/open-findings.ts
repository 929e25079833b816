// Findings as their records stand now: what is shown of each, and where the person is in it.
import type { Finding } from '#requests/findings.ts';
import type { Field, Readable } from '#requests/search/field.ts';
import { lookAt, type Sight, shownFields } from '#requests/search/look-at.ts';
import { searcherOf } from '#requests/search/plan.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';

export interface OpenedFinding {
  finding: Finding;
  record: Readable;
  sight: Sight;
  shown: Field[];
}

type Of = Pick<OpenedRequest, 'clientId'>;

const placeOf = ({ home, store }: Pick<Finding, 'home' | 'store'>) => `${home} ${store}`;

/**
 * In their order; those whose record is gone, or is not about the person any more, are left out. Costs what the stores say of
 * reading single records: of messages a batch read for each hundred of records, keys and deliveries.
 */
export async function openFindings(
  app: App,
  request: Of,
  quest: Quest,
  findings: readonly Finding[],
): Promise<OpenedFinding[]> {
  const records = new Map<string, Readable>();
  for (const [place, group] of Map.groupBy(findings, placeOf)) {
    const { home, store } = group[0] as Finding;
    const page = await searcherOf(request.clientId, store).open(
      app,
      home,
      quest,
      group.map(({ recordId }) => recordId),
    );
    for (const record of page.records) records.set(`${place} ${record.recordId}`, record);
  }
  return findings.flatMap((finding) => {
    const record = records.get(`${placeOf(finding)} ${finding.recordId}`);
    const sight = record && lookAt(record, quest);
    return record && sight ? [{ finding, record, sight, shown: shownFields(record, sight) }] : [];
  });
}
