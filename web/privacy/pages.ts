// All pages of a list, read one after the other: none is left out, however many there are.
import type { Outcome } from '#web/api/outcome.ts';

const PAGE = 100;

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
    if (cursor === null) return { kind: 'ok', value: all, etag: null };
  }
}
