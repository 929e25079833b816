// Makes the index of a client's people from the register as it stands: parts first, then head and key at once.
import type { DirectoryApp } from '#desk/app.ts';
import { entryOf } from '#desk/directory-entry.ts';
import { contentOf, type DirectoryContent } from '#desk/directory-index.ts';
import { addressesOf, putVersion, type Standing, sealParts } from '#desk/directory-store.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import { type ItemKey, recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { newKey } from '#shared/vault.ts';
import { openRegister } from '#staff/open-register.ts';
import type { OpenedStaff } from '#staff/store.ts';

interface Built {
  version: string;
  /** As the register was just now, whether or not it was kept. */
  content: DirectoryContent;
  /** False where somebody else was first, or somebody was erased meanwhile, or the client. */
  kept: boolean;
}

/**
 * Costs the client's register (1 unit for each 4 KB of records and of keys), a write unit for each KB of the index (some 50 KB
 * for a thousand people), a transaction of 6 units, and a query of the parts of earlier versions, which are deleted at what
 * they cost to write. May die anywhere, and run twice at once: until head and key are there the version that stood stays, and
 * parts that nobody names go with the next one's.
 * @param standing read before: what has changed since is not overtaken.
 */
export async function buildDirectory(app: DirectoryApp, clientId: string, standing: Standing): Promise<Built> {
  const builtAtMs = app.clock.nowMs();
  const version = app.newId('directory');
  const content = contentOf((await activeStaff(app, clientId)).map(({ id, value }) => entryOf(id, value)));
  const key = newKey();
  const parts = sealParts(clientId, version, key, content);
  await app.bulk.writeEach(parts);
  const head = { version, parts: parts.length, people: content.people.length, builtAtMs };
  try {
    await app.db.commit(putVersion(clientId, standing, head, key));
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    await app.bulk.writeEach(parts.flatMap(deletionOf));
    return { version, content, kept: false };
  }
  await deleteOthers(app, clientId, version, standing);
  return { version, content, kept: true };
}

const deletionOf = (write: BulkWrite): BulkWrite[] =>
  'put' in write ? [{ table: 'records', delete: { pk: write.put.pk, sk: write.put.sk } as ItemKey }] : [];

/** As they are shown among equals: in Swedish order. Who is not active is not found. */
async function activeStaff(app: DirectoryApp, clientId: string): Promise<OpenedStaff[]> {
  const inSwedish = new Intl.Collator('sv');
  return (await openRegister(app, clientId))
    .filter(({ value }) => value.active)
    .sort((a, b) => inSwedish.compare(a.value.name, b.value.name) || (a.id < b.id ? -1 : 1));
}

/**
 * The version whose place it takes, and those of which nothing but parts is there: of versions that were begun earlier, for
 * one that is being made was begun later, and sorts behind.
 */
async function deleteOthers(app: DirectoryApp, clientId: string, version: string, standing: Standing): Promise<void> {
  const { pk, sk: first } = recordKeys.directoryPart(clientId, '', 0);
  const own = recordKeys.directoryPart(clientId, version, 0).sk;
  const parts = await app.db.queryAll({
    table: 'records',
    partition: { name: 'pk', value: pk },
    sort: { name: 'sk', from: first.slice(0, first.indexOf('#') + 1), until: own },
  });
  const former = standing.head ? addressesOf(clientId, standing.head) : [];
  const going = new Set([...former, ...parts].map(({ sk }) => sk as string).filter((sk) => sk !== own));
  await app.bulk.writeEach([...going].map((sk) => ({ table: 'records', delete: { pk, sk } })));
}
