// A list of messages as it is read by and by: pages from the newest, what came since, and what went. Pure.

export interface Listed {
  /** Newest first: ids sort by time. */
  readonly ids: readonly string[];
  readonly nextCursor: string | null;
}

export interface Page {
  readonly items: readonly { readonly id: string }[];
  readonly nextCursor: string | null;
}

export const nothingListed: Listed = { ids: [], nextCursor: null };

const newestFirst = (ids: Iterable<string>): string[] => [...new Set(ids)].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
const idsOf = ({ items }: Page): string[] => items.map(({ id }) => id);

/** What was taken since the newest that was known. */
export const withNewer = (listed: Listed, page: Page): Listed => ({
  ...listed,
  ids: newestFirst([...idsOf(page), ...listed.ids]),
});

export const withOlder = (listed: Listed, page: Page): Listed => ({
  ids: newestFirst([...listed.ids, ...idsOf(page)]),
  nextCursor: page.nextCursor,
});

/**
 * The first page read again: within what it covers it is the truth, but for what the person has just done something to, which
 * stays in its place. Where it no longer reaches down to what was known, it begins anew.
 */
export function withFirstPage(listed: Listed, page: Page, stays: ReadonlySet<string>): Listed {
  const found = idsOf(page);
  const oldest = found.at(-1);
  if (page.nextCursor !== null && oldest === undefined) return listed;
  const below = page.nextCursor === null || oldest === undefined ? [] : listed.ids.filter((id) => id < oldest);
  const meets = listed.ids.some((id) => found.includes(id));
  const staying = listed.ids.filter((id) => stays.has(id));
  if (below.length === 0 || !meets) return { ids: newestFirst([...found, ...staying]), nextCursor: page.nextCursor };
  return { ids: newestFirst([...found, ...staying, ...below]), nextCursor: listed.nextCursor };
}

export const without = (listed: Listed, id: string): Listed => ({
  ...listed,
  ids: listed.ids.filter((one) => one !== id),
});

/** How many of `after` are newer than all that was there. Nothing is new in a list that was empty because it was not read. */
export const newerThan = (before: Listed, after: Listed): number => {
  const [newest = ''] = before.ids;
  return after.ids.filter((id) => id > newest).length;
};
