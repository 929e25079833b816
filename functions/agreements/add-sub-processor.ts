// Announces a new sub-processor.
import { firstDay } from '#agreements/announce.ts';
import type { agreementRoutes } from '#agreements/routes.ts';
import {
  openSubProcessor,
  putSubProcessor,
  type StoredSubProcessor,
  showSubProcessor,
  subProcessorReads,
} from '#agreements/sub-processors.ts';
import type { App } from '#shared/app.ts';
import {
  bodyMac,
  demandSameBody,
  recall,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

type AddSubProcessor = (typeof agreementRoutes)['addSubProcessor'];

/** Costs one query of the index beside the membership, and one transaction of 7 units, with the audit; with an Idempotency-Key 1 read and 2 units more. */
export const addSubProcessor: UseCase<AddSubProcessor> = {
  async run(app, request) {
    const { body } = request;
    const identity = requestIdentity('addSubProcessor', SERVICE, request);
    const earlier = identity && (await recall(app, identity));
    if (earlier) return replay(app, body, earlier.recordId, earlier.bodyMac);
    const { holdsFrom: asked, ...details } = body;
    const holdsFrom = await firstDay(app, asked);
    const announcedAtMs = app.clock.nowMs();
    const made: StoredSubProcessor = {
      id: app.newId('subProcessor'),
      version: 0,
      keys: undefined,
      current: holdsFrom ? null : details,
      next: holdsFrom ? { details, holdsFrom, announcedAtMs } : null,
    };
    const { writes, stableKey } = putSubProcessor(made);
    if (identity) {
      const remembered = { recordId: made.id, bodyMac: bodyMac(stableKey, body) };
      writes.push(await rememberRequest(app, identity, remembered));
    }
    try {
      await app.db.commit(writes);
    } catch (error) {
      // The same request, a moment before: the next run finds it.
      if (rememberedBy(error, writes.length - 1)) throw new StaleReadError('Asked twice', { cause: error });
      throw error;
    }
    return { status: 201, body: showSubProcessor({ ...made, version: 1 }), version: 1 };
  },
};

async function replay(app: App, body: unknown, id: string, mac: Uint8Array): Promise<Reply<AddSubProcessor>> {
  const one = openSubProcessor(await app.db.read(subProcessorReads(id)), id, app.clock.nowMs());
  if (!one?.keys) throw new Problem('erased');
  demandSameBody(one.keys.stableKey, body, mac);
  return { status: 201, body: showSubProcessor(one), version: one.version };
}
