// Makes a client's index anew, because somebody in it has changed.
import * as z from 'zod/mini';
import type { DirectoryApp } from '#desk/app.ts';
import { buildDirectory } from '#desk/build-directory.ts';
import { directoryReads, standingDirectory } from '#desk/directory-store.ts';
import { idSchema } from '#shared/ids.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import { lazy } from '#shared/route.ts';
import { clientRead } from '#shared/standing-client.ts';

/** Ids only; and when the change was seen, which was after it was made. */
export const DirectoryOrder = lazy(() => z.strictObject({ clientId: idSchema('client'), seenAtMs: z.number() }));
export type DirectoryOrder = z.output<ReturnType<typeof DirectoryOrder>>;

/** Clocks of two functions are not the same. */
const SKEW_MS = 1_000;
/** A register of ten thousand is not read every few seconds while it is edited: every twenty at most. */
const REST_PER_PERSON_MS = 2;

const TRIES = 3;

/**
 * Costs one batch read of 3 units where the index is as new as the order, or newer: one build does for many orders. Else what
 * `buildDirectory` costs. An index whose key was destroyed is made at once; others of a size rest between two builds.
 */
export async function rebuildDirectory(
  app: DirectoryApp,
  { clientId, seenAtMs }: DirectoryOrder,
): Promise<QueueResult> {
  for (let n = 0; n < TRIES; n++) {
    const found = await app.db.read([clientRead(clientId), ...directoryReads(clientId)]);
    if (!found.get(clientRead(clientId))) return {};
    const standing = standingDirectory(found, clientId);
    const head = standing.living?.head;
    if (head && head.builtAtMs >= seenAtMs + SKEW_MS) return {};
    const restMs = head ? head.builtAtMs + head.people * REST_PER_PERSON_MS - app.clock.nowMs() : 0;
    if (restMs > 0) return { againAfterSeconds: Math.ceil(restMs / 1_000) };
    if ((await buildDirectory(app, clientId, standing)).kept) return {};
  }
  throw new Error('The index changed each time that it was made');
}
