// A correction that was refused, among the drafts of its form again: loaded when there is one.
import type { Body } from '#web/api/types.ts';
import { correctionOfBody } from '#web/desk/correction.ts';
import { layDraft } from '#web/kept/drafts.ts';
import { type OutboxItem, outbox } from '#web/kept/outbox.ts';

/** A correction whose form is to be opened again. */
export interface Correcting {
  readonly clientId: string;
  readonly messageId: string;
}

/** Among the drafts before it is out of the outbox: while the store has no room it stays there. */
export async function reopenCorrection({ id, clientId, messageId, body }: OutboxItem): Promise<Correcting | undefined> {
  if (messageId === undefined) return undefined;
  const isLaid = await layDraft(`correct:${messageId}`, correctionOfBody(body as Body<'correctMessage'>));
  return isLaid && (await outbox.reopen(id)) !== undefined ? { clientId, messageId } : undefined;
}
