// The index that a search needs: out of the warm function's memory, else out of the table, else made on the spot.
import type { DeskApp } from '#desk/app.ts';
import { buildDirectory } from '#desk/build-directory.ts';
import { type DirectoryIndex, openIndex } from '#desk/directory-index.ts';
import { openParts, partReads, type Standing, standingDirectory } from '#desk/directory-store.ts';
import type { Found } from '#shared/found.ts';
import { log } from '#shared/log.ts';

/**
 * Costs nothing in a warm function that has this version. Else one batch read of the parts (1 unit for each 4 KB), and where
 * there is no index that can be read, what `buildDirectory` costs.
 * @param found with `directoryReads`.
 */
export async function findDirectory(app: DeskApp, found: Found, clientId: string): Promise<DirectoryIndex> {
  const standing = standingDirectory(found, clientId);
  const { living } = standing;
  if (!living) app.directories.forget(clientId);
  const kept = living && app.directories.get(clientId, living.head.version);
  if (kept) return kept;
  const read = living && (await readIndex(app, clientId, living));
  if (living && read) return keep(app, clientId, living.head.version, read);
  const built = await buildDirectory(app, clientId, standing);
  const index = openIndex(built.content);
  return built.kept ? keep(app, clientId, built.version, index) : index;
}

/** @returns undefined for one that does not open: it is made anew, and nobody waits for the next change. */
async function readIndex(
  app: DeskApp,
  clientId: string,
  living: NonNullable<Standing['living']>,
): Promise<DirectoryIndex | undefined> {
  const found = await app.db.read(partReads(clientId, living.head));
  try {
    const content = openParts(found, clientId, living);
    return content && openIndex(content);
  } catch (error) {
    log.error('directory-unreadable', error, { clientId });
    return undefined;
  }
}

function keep(app: DeskApp, clientId: string, version: string, index: DirectoryIndex): DirectoryIndex {
  app.directories.keep(clientId, version, index);
  return index;
}
