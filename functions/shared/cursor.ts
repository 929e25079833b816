// Cursors of lists: where the next page starts, sealed, and bound to client, route and filters.
import type { Item } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import type { ServiceKeys } from '#shared/service-keys.ts';
import { open, seal } from '#shared/vault.ts';

/** What a cursor is good for; any other list refuses it. */
export interface CursorScope {
  clientId: string;
  routeId: string;
  filters: Record<string, unknown>;
}

const context = ({ clientId, routeId, filters }: CursorScope) => ({
  clientId,
  recordId: routeId,
  field: JSON.stringify(
    Object.entries(filters)
      .filter(([, value]) => value !== undefined)
      .sort(),
  ),
  schema: 1,
});

export async function sealCursor(
  keys: ServiceKeys,
  scope: CursorScope,
  next: Item | undefined,
): Promise<string | null> {
  if (!next) return null;
  return Buffer.from(seal(await keys.get('cursor'), context(scope), next)).toString('base64url');
}

/** @throws Problem invalid-cursor for anything that `sealCursor` did not make for this very list. */
export async function openCursor(keys: ServiceKeys, scope: CursorScope, cursor?: string): Promise<Item | undefined> {
  if (cursor === undefined) return undefined;
  const key = await keys.get('cursor');
  try {
    // Node's decoder passes over foreign characters: only the very text that was given out is a cursor.
    if (Buffer.from(cursor, 'base64url').toString('base64url') !== cursor) throw new Error('Not base64url');
    return open(key, context(scope), Buffer.from(cursor, 'base64url')) as Item;
  } catch (cause) {
    throw new Problem('invalid-cursor', {
      errors: [{ pointer: 'query/cursor', detail: 'Not a cursor of this list' }],
      cause,
    });
  }
}
