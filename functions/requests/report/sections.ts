// The sections of a report, in their order, and where a person was looked for and why not. Pure.
import { type ReportedStore, type ReportWords, reportedStores } from '#requests/report/words.ts';
import type { ReportFoot } from '#requests/report-schema.ts';
import { searchedStores, stepsOf } from '#requests/search/plan.ts';
import { type UnsearchedReason, unsearched, unsearchedReasons } from '#requests/search/unsearched.ts';
import { SERVICE } from '#shared/tables.ts';

type SectionWords = ReportWords['sections'][ReportedStore];

/** Those that are searched in a home. */
export function sectionsIn(home: string, words: ReportWords): [ReportedStore, SectionWords][] {
  const named = new Set<string>(stepsOf(home).map(({ searcher }) => searcher.stores[0]));
  const own = home === SERVICE ? words.serviceSections : {};
  return reportedStores.flatMap((store): [ReportedStore, SectionWords][] =>
    named.has(store) ? [[store, own[store] ?? words.sections[store]]] : [],
  );
}

/** Stores of the register that are not asked in a home, by reason. */
function unsearchedIn(home: string): Map<UnsearchedReason, string[]> {
  const here = searchedStores(home);
  const elsewhere = [...searchedStores(home === SERVICE ? '' : SERVICE)].filter((store) => !here.has(store));
  const reasons = new Map<UnsearchedReason, string[]>();
  for (const [store, reason] of Object.entries(unsearched))
    reasons.set(reason, [...(reasons.get(reason) ?? []), store]);
  if (elsewhere.length > 0) reasons.set(home === SERVICE ? 'ofClients' : 'ofService', elsewhere);
  return reasons;
}

/**
 * @param counts entries of each section.
 * @param notGiven findings of each that are not told, as the person has not given them.
 */
export function searchedIn(
  home: string,
  words: ReportWords,
  counts: ReadonlyMap<string, number>,
  notGiven: ReadonlyMap<string, number>,
): ReportFoot['searched'] {
  const storesOf = new Map(stepsOf(home).map(({ searcher }) => [searcher.stores[0], searcher.stores]));
  const asked = sectionsIn(home, words).map(([store, { title }]) => {
    const count = counts.get(store) ?? 0;
    return {
      stores: [...(storesOf.get(store) ?? [])],
      name: title,
      result: count > 0 || notGiven.has(store) ? ('found' as const) : ('nothing' as const),
      count,
      because: notGiven.has(store) ? words.leftOut.notGiven : null,
    };
  });
  const reasons = unsearchedIn(home);
  const left = unsearchedReasons.flatMap((reason) => {
    const stores = reasons.get(reason);
    return stores ? [{ stores, ...words.unsearched[reason], result: 'notSearched' as const, count: 0 }] : [];
  });
  return [...asked, ...left];
}
