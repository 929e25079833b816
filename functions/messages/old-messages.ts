// Messages that people of the service open for a reason only: those older than 30 days.
import type { MessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { type AuditReader, auditReads } from '#shared/audit.ts';
import { demandReason, type GivenWhy, mustSayWhy } from '#shared/say-why.ts';

const OLD_MS = 30 * 24 * 60 * 60 * 1000;

const oldestWithoutReason = (nowMs: number): number => nowMs - OLD_MS;

/**
 * How far back a list goes for this reader: undefined is as far as there is anything.
 * @throws Problem reason-required where older ones are asked for outright.
 */
export function oldestToShow(
  caller: AuditReader,
  query: GivenWhy & { from?: number | undefined; to?: number | undefined },
  nowMs: number,
): number | undefined {
  const { from, to, why } = query;
  if (!mustSayWhy(caller) || why !== undefined) return from;
  const oldest = oldestWithoutReason(nowMs);
  if ([from, to].some((at) => at !== undefined && at < oldest)) demandReason(caller, query);
  return from ?? oldest;
}

interface OldReading extends GivenWhy {
  /** The route. */
  act: string;
  /** When the list began: what grows old meanwhile is not old yet. */
  nowMs: number;
}

/**
 * To be called once all is opened, before it is shown: 3 units for each old message, and one transaction for a hundred.
 * @throws Problem reason-required.
 */
export async function auditOldMessages(
  app: App,
  caller: AuditReader,
  { act, nowMs, why, requestId }: OldReading,
  messages: readonly Pick<MessageRecord, 'clientId' | 'id' | 'takenAtMs'>[],
): Promise<void> {
  if (!mustSayWhy(caller)) return;
  const oldest = oldestWithoutReason(nowMs);
  const old = messages.filter(({ takenAtMs }) => takenAtMs < oldest);
  const [first] = old;
  if (!first) return;
  demandReason(caller, { why });
  const ids = old.map(({ id }) => id);
  await auditReads(app, caller, { clientId: first.clientId, act, why, requestId }, ids);
}
