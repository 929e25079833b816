// A finding as an entry of a report: what is shown of its record, with what is about others hidden. Pure.
import { fingerprint } from '#requests/findings.ts';
import { openMasks } from '#requests/masks.ts';
import type { OpenedFinding } from '#requests/open-findings.ts';
import { reportedFields } from '#requests/report/given-by-person.ts';
import { hiding } from '#requests/report/hide.ts';
import { reportFields } from '#requests/report/report-fields.ts';
import type { ReportWords } from '#requests/report/words.ts';
import type { ReportEntry } from '#requests/report-schema.ts';
import { codeOf, type Field } from '#requests/search/field.ts';
import { lookedAt, needsLook, type Sight, suggestedMasks } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { Mask } from '#requests/search-schema.ts';
import type { OpenedRequest } from '#requests/store.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Language } from '#shared/fields.ts';

export interface Reporting {
  request: OpenedRequest;
  quest: Quest;
  language: Language;
  words: ReportWords;
}

/** What stands there now is not what somebody has looked at, or nobody has looked at it although it has become necessary. */
export function hasChanged({ finding, shown, sight }: OpenedFinding, { request, quest }: Reporting): boolean {
  if (finding.third === 'toReview') return true;
  if (finding.seen !== undefined) return finding.seen !== fingerprint(request, lookedAt(shown));
  return needsLook(shown, sight, quest);
}

/** Of what nobody has looked at: every free word, and everybody else. */
const allHidden = (shown: readonly Field[], sight: Sight, quest: Quest): Mask[] => [
  ...shown.filter(({ kind }) => kind === 'text').map((field) => ({ code: codeOf(field) })),
  ...suggestedMasks(shown, sight, quest),
];

function masksOf(opened: OpenedFinding, reporting: Reporting, changed: boolean): Mask[] {
  const { finding, shown, sight } = opened;
  if (changed) return allHidden(shown, sight, reporting.quest);
  return finding.third === 'masked' ? openMasks(reporting.request, finding, shown) : [];
}

export function reportEntry(opened: OpenedFinding, reporting: Reporting, changed: boolean): ReportEntry {
  const { finding, record, sight, shown } = opened;
  const masks = masksOf(opened, reporting, changed);
  return {
    id: record.recordId,
    as: sight.as,
    foundBy: sight.how,
    keptUntil: record.expiresAt === undefined ? null : rfc3339(record.expiresAt * 1000),
    ...reportFields(reportedFields(reporting.request.kind, finding.store, shown), {
      ...reporting,
      hidden: hiding(shown, masks, { quest: reporting.quest, slots: sight.slots }),
    }),
    hidden: changed || finding.third === 'masked',
  };
}
