// Gives somebody the link to a file, and the key that opens it: neither does anything without the other.
import { fileIn, fileKeyRead, fileRead, type StandingFile } from '#jobs/file.ts';
import { filesKeyRead, toFilesKey } from '#jobs/files-key.ts';
import { handoutName } from '#jobs/handouts.ts';
import type { fileRoutes } from '#jobs/routes.ts';
import type { FileLink } from '#jobs/schema.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import type { Role } from '#shared/route.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { UseCase } from '#shared/use-case.ts';
import { jointKey } from '#shared/vault.ts';

/** The bag of whoever hands links out. */
export interface LinkingApp extends App {
  /** A link to an object: signed, and good for so long from then on. */
  link(name: string, atMs: number, expiresSeconds: number): string;
}

const LINK_SECONDS = 15 * 60;

const linkReads = (clientId: string, fileId: string): ReadRequest[] => [
  fileRead(clientId, fileId),
  fileKeyRead(clientId, fileId),
  filesKeyRead(clientId),
];

interface Asked {
  clientId: string;
  fileId: string;
  role: Role;
  found: Found;
}

/** @throws Problem not-found for one that has ended, is being made, or was held back from whoever asks. */
async function linkTo(app: LinkingApp, { clientId, fileId, role, found }: Asked): Promise<FileLink> {
  const nowMs = app.clock.nowMs();
  const file = fileIn(found, clientId, fileId, nowMs);
  const own = found.get(fileKeyRead(clientId, fileId))?.key as Uint8Array | undefined;
  const shared = toFilesKey(found.get(filesKeyRead(clientId)));
  // Under another files key it was ended, and would open as noise.
  if (!file || !own || !shared || shared.keyId !== file.keyId) throw new Problem('not-found');
  if (file.heldBack && role !== 'privacyOfficer') throw new Problem('not-found');
  await noteLink(app, file, nowMs);
  return {
    url: app.link(handoutName(clientId, fileId), nowMs, LINK_SECONDS),
    key: Buffer.from(jointKey(shared.key, own)).toString('base64'),
    format: file.format,
    name: file.name,
    bytes: file.bytes,
    sha256: file.sha256,
    expiresAt: rfc3339(Math.min(nowMs + LINK_SECONDS * 1_000, file.endsAtMs)),
  };
}

/** The transaction that the audit's row goes with; it tells as well that the file stands. */
async function noteLink({ db }: App, { clientId, id, keyId }: StandingFile, nowMs: number): Promise<void> {
  const condition = {
    expression: 'keyId = :keyId AND #state = :ready',
    names: { '#state': 'state' },
    values: { ':keyId': keyId, ':ready': 'ready', ':now': nowMs },
  };
  try {
    await db.commit([
      { table: 'records', update: fileRead(clientId, id).key, change: 'SET linkedAtMs = :now', condition },
    ]);
  } catch (error) {
    throw error instanceof ConflictError ? new Problem('not-found', { cause: error }) : error;
  }
}

/**
 * Costs one batch read of 5 units (membership, client, file, its key, the files key) and one transaction of 4 units, and 1 for
 * the index, with the audit's row; nothing at S3.
 */
export const linkFile: UseCase<(typeof fileRoutes)['linkFile'], LinkingApp> = {
  reads: ({ params: { clientId, fileId } }) => linkReads(clientId, fileId),
  async run(app, { params, caller: { role }, found }) {
    return { status: 200, body: await linkTo(app, { ...params, role, found }) };
  },
};
