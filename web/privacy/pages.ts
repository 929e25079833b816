// All pages of a list that is never long, read one after the other.
import type { Outcome } from '#web/api/outcome.ts';

const PAGE = 100;
const MOST = 1_000;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

export async function everyPage<T>(
  read: (query: { limit: number; cursor?: string }) => Promise<Outcome<Page<T>>>,
): Promise<Outcome<T[]>> {
  const all: T[] = [];
  for (let cursor: string | null = null; ; ) {
    const page: Outcome<Page<T>> = await read({ limit: PAGE, ...(cursor !== null && { cursor }) });
    if (page.kind !== 'ok') return page;
    all.push(...page.value.items);
    cursor = page.value.nextCursor;
    if (cursor === null || all.length >= MOST) return { kind: 'ok', value: all, etag: null };
  }
}
