// What the outbox got through becomes the strip of what was sent last, and is forgotten there.
import { useSignalEffect } from '@preact/signals';
import type { Message } from '#web/api/types.ts';
import type { LastSent } from '#web/desk/desk-machine.ts';
import { lastSentWords } from '#web/desk/sent-words.ts';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { type OutboxItem, outbox } from '#web/kept/outbox.ts';
import { announce } from '#web/parts/announce.tsx';

function lastSentOf({ label, clientId, at }: OutboxItem, message: Message): LastSent {
  const { deliveries } = message;
  const held = deliveries.every(({ state }) => state === 'held');
  return {
    clientId,
    messageId: message.id,
    name: label,
    atMs: at,
    channels: (['email', 'sms'] as const).filter((channel) => deliveries.some((one) => one.channel === channel)),
    heldUntil: (held && deliveries[0]?.notBefore) || null,
  };
}

export function useSent(hand: DeskInHand): void {
  useSignalEffect(() => {
    if (!hand.ready.value) return;
    const sent = outbox.items.value.filter(({ state }) => state === 'sent');
    // Not within the effect: whoever waits for the outbox is told first.
    for (const item of sent) queueMicrotask(() => note(item));
  });

  function note(item: OutboxItem): void {
    if (!outbox.items.peek().includes(item)) return;
    void outbox.forget(item.id);
    if (item.route !== 'takeMessage') return;
    const last = lastSentOf(item, item.reply as Message);
    hand.dispatch({ type: 'sent', last });
    announce(lastSentWords(last));
  }
}
