// The answer to a change of a message: as it stands after it, opened for the one who changed it.
import { halfErased } from '#messages/find-message.ts';
import { openMessages } from '#messages/message-view.ts';
import type { MessageView } from '#messages/schema.ts';
import { type MessageRecord, messageRead, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { Problem } from '#shared/problems.ts';
import { StaleKeyError } from '#shared/vault.ts';

/** Each is another's note or correction in the blink between two reads. */
const LOOKS = 10;

/**
 * One or two batch reads. Others may change it meanwhile: then it is read again, but never written again, over their words.
 * @throws Problem erased.
 */
export async function viewAfter(app: App, caller: Caller, after: MessageRecord): Promise<MessageView> {
  let message = after;
  for (let look = 1; ; look++) {
    try {
      const [view] = await openMessages(app, caller, [message]);
      if (view) return view;
      break;
    } catch (error) {
      if (!(error instanceof StaleKeyError)) throw error;
      if (look === LOOKS) throw new Problem('try-again', { cause: error });
    }
    const read = messageRead(message.clientId, message.id);
    const item = (await app.db.read([read])).get(read);
    if (!item) break;
    message = toMessageRecord(item);
  }
  throw await halfErased(app, message);
}
