// Whom a task's message is for, as this person may see them; null for the general inbox.
import { type Cached, cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { MessageTask, StaffMember } from '#web/api/types.ts';
import { t } from '#web/words/words.ts';

export const recipientOf = ({ clientId, staffId }: MessageTask): Cached<StaffMember> | null =>
  staffId === null
    ? null
    : cached(`attention-staff:${clientId}:${staffId}`, () =>
        ask(api.GET('/v1/clients/{clientId}/staff/{staffId}', { params: { path: { clientId, staffId } } })),
      );

/** Follows the signal where it is rendered; whoever cannot be read is "a person". */
export function recipientName(task: MessageTask): string {
  const recipient = recipientOf(task);
  return recipient === null ? t.attention.generalInbox : (recipient.value.value?.name ?? t.attention.somebody);
}
