// A finding as it is shown to whoever decides about it: with what stands in its record now.
import { type Finding, findingId } from '#requests/findings.ts';
import { openMasks } from '#requests/masks.ts';
import type { OpenedFinding } from '#requests/open-findings.ts';
import { codeOf } from '#requests/search/field.ts';
import { othersIn } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { FindingView } from '#requests/search-schema.ts';
import type { OpenedRequest } from '#requests/store.ts';
import { rfc3339 } from '#shared/clock.ts';

/** @param opened absent where the record is gone. */
export function showFinding(
  request: OpenedRequest,
  finding: Finding,
  opened: OpenedFinding | undefined,
  quest: Quest,
): FindingView {
  const { store, recordId, as, how, doubtful, decision, third, expiresAt } = finding;
  return {
    id: findingId(request.clientId, finding),
    store,
    recordId,
    as: [...as],
    how: [...how],
    doubtful,
    decision,
    third,
    masks: openMasks(request, finding, opened?.shown ?? []),
    expiresAt: expiresAt === undefined ? null : rfc3339(expiresAt * 1000),
    fields: (opened?.shown ?? []).map((field) => ({
      code: codeOf(field),
      value: field.kind === 'time' ? rfc3339(Number(field.value)) : field.value,
      found: [...(opened?.sight.found.get(codeOf(field)) ?? [])],
      others: opened ? othersIn(field, opened.sight, quest) : [],
    })),
  };
}
