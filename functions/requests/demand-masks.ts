// That what is to be hidden stands there: a mask that hides nothing would count as somebody having looked for other people.
import { findingId } from '#requests/findings.ts';
import type { OpenedFinding } from '#requests/open-findings.ts';
import { codeOf, type Field } from '#requests/search/field.ts';
import { suggestedMasks } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { FindingDecisions, Mask } from '#requests/search-schema.ts';
import { Problem } from '#shared/problems.ts';

type Decision = Extract<FindingDecisions, { findings: unknown }>['findings'][number];
type FieldError = { pointer: string; detail: string };

/** Spaces, and units that are no character, can be cut out of a text, and then all of it can still be read. */
const TELLING = /[\p{L}\p{N}\p{P}\p{S}]/u;

function errorsOf(shown: readonly Field[], { code, passage }: Mask, pointer: string): FieldError[] {
  const fields = shown.filter((field) => codeOf(field) === code);
  if (fields.length === 0) return [{ pointer: `${pointer}/code`, detail: 'No such field in what was found' }];
  if (passage === undefined) return [];
  return TELLING.test(passage) && fields.some(({ value }) => value.includes(passage))
    ? []
    : [{ pointer: `${pointer}/passage`, detail: 'Does not stand in that field, letter by letter' }];
}

/** @throws Problem invalid-request that points at each mask that hides nothing, and at `masked` where there is none. */
export function demandMasks(
  clientId: string,
  decisions: readonly Decision[],
  opened: readonly OpenedFinding[],
  quest: Quest,
): void {
  const byId = new Map(opened.map((one) => [findingId(clientId, one.finding), one]));
  const errors = decisions.flatMap(({ id, third, masks }, n) => {
    const one = byId.get(id);
    if (!one || third !== 'masked') return [];
    const { shown, sight } = one;
    if ((masks ?? suggestedMasks(shown, sight, quest)).length === 0)
      return [{ pointer: `/findings/${n}/third`, detail: 'Nothing in it is to be hidden' }];
    return (masks ?? []).flatMap((mask, m) => errorsOf(shown, mask, `/findings/${n}/masks/${m}`));
  });
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}
