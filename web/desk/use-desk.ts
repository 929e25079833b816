// The desk's state for its views: found again after a reload, sealed at each change, and a word to whoever listens for what was parked.
import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Call } from '#web/desk/call.ts';
import { type Desk, type DeskEvent, emptyDesk, move } from '#web/desk/desk-machine.ts';
import type { MessageBody } from '#web/desk/message-body.ts';
import { type Draft, useDraft } from '#web/kept/drafts.ts';
import type { OutboxItem } from '#web/kept/outbox.ts';
import { ownStore } from '#web/kept/own-store.ts';
import { announce } from '#web/parts/announce.tsx';
import { t } from '#web/words/words.ts';

export interface DeskInHand {
  readonly desk: ReadonlySignal<Desk>;
  /** What was left by the last page is here again: only then a call may begin by itself. */
  readonly ready: ReadonlySignal<boolean>;
  dispatch(event: DeskEvent): void;
  /** In the store now, not in a moment. */
  seal(): Promise<void>;
}

async function inOutbox(): Promise<(call: Call) => boolean> {
  const kept = (await ownStore.peek()?.all<OutboxItem>('outbox')) ?? [];
  const sent = new Set(kept.map(({ value }) => `${value.clientId} ${(value.body as MessageBody).calledAt}`));
  return ({ clientId, sentAs }) => sentAs !== null && sent.has(`${clientId} ${sentAs}`);
}

function inHand(draft: Draft<Desk>): DeskInHand & { restore(): Promise<void> } {
  const ready = signal(false);
  const early: DeskEvent[] = [];

  function dispatch(event: DeskEvent): void {
    if (!ready.peek()) {
      early.push(event);
      return;
    }
    const before = draft.value.peek();
    const after = move(before, event);
    draft.value.value = after;
    const isParked = after.parked.length > before.parked.length && event.type !== 'notKept';
    if (isParked) announce(t.desk.parkedNow);
  }

  return {
    desk: draft.value,
    ready,
    dispatch,
    seal: () => draft.seal(),
    async restore() {
      if (draft.restored.peek() !== null) {
        const isInOutbox = await inOutbox();
        draft.value.value = move(draft.value.peek(), { type: 'restored', nowMs: serverNowMs(), isInOutbox });
      }
      ready.value = true;
      for (const event of early.splice(0)) dispatch(event);
    },
  };
}

export function useDesk(): DeskInHand {
  const draft = useDraft<Desk>('desk', emptyDesk);
  const hand = useMemo(() => inHand(draft), [draft]);
  useEffect(
    () =>
      draft.ready.subscribe((isReady) => {
        if (isReady) void hand.restore();
      }),
    [draft, hand],
  );
  return hand;
}
