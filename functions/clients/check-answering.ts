// What may be wrong with a change of how calls are answered, beyond its form.
import { tieFindings } from '#calendar/tie-findings.ts';
import type { AnsweringDetails, AnsweringPatch } from '#clients/answering-schema.ts';
import { wrongIds } from '#clients/named-entries.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import type { Finding } from '#shared/problems.ts';
import { keyRead, registerReads } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';

type Rules = NonNullable<AnsweringPatch['rules']>;

/** Rules of one kind compete with each other: of two that hold, the more specific is meant. */
export function wrongRules(rules: Rules, before: AnsweringDetails['rules'], lines: ReadonlySet<string>): Finding[] {
  const unknown = rules.flatMap(({ line }, n): Finding[] =>
    line === undefined || lines.has(line) ? [] : [{ pointer: `/rules/${n}/line`, detail: 'No number of this client' }],
  );
  const places = [...rules.keys()];
  const tied = (['greeting', 'instruction', 'note'] as const).flatMap((kind) => {
    const ofKind = places.filter((place) => rules[place]?.kind === kind);
    const bound = ofKind.map((place) => rules[place]).filter((rule) => rule !== undefined);
    return tieFindings(bound, (n) => `/rules/${ofKind[n]}`);
  });
  return [...wrongIds(rules, before, '/rules'), ...unknown, ...tied];
}

export const wrongHours = (hours: AnsweringPatch['hours'], before: AnsweringDetails['hours']): Finding[] =>
  hours
    ? [
        ...wrongIds(hours.seasons, before?.seasons ?? [], '/hours/seasons'),
        ...wrongIds(hours.specialDays, before?.specialDays ?? [], '/hours/specialDays'),
      ]
    : [];

/** The register of people is a floor above: their addresses are enough. 2 units each. */
export const alternativeReads = (clientId: string, staffIds: readonly string[] = []): ReadRequest[] =>
  staffIds.flatMap((staffId) => registerReads(recordKeys.staff(clientId, staffId)));

/** @param before whom it names already: they may be named again, though erased since, for they lead to who stands in. */
export const wrongAlternatives = (
  clientId: string,
  staffIds: readonly string[] = [],
  found: Found,
  before: readonly string[] = [],
): Finding[] =>
  staffIds.flatMap((staffId, n): Finding[] => {
    if (before.includes(staffId)) return [];
    const address = recordKeys.staff(clientId, staffId);
    const stands = found.get({ table: 'records', key: address }) && found.get(keyRead(address));
    return stands ? [] : [{ pointer: `/alternatives/${n}`, detail: 'No such staff member' }];
  });
