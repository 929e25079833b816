// The desk's state for its views: found again after a reload, sealed at each change, and a word to whoever listens for what was parked.
import { type ReadonlySignal, signal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Call } from '#web/desk/call.ts';
import { type Desk, type DeskEvent, emptyDesk, move } from '#web/desk/desk-machine.ts';
import { ownDraft, takeOver } from '#web/desk/gone-desks.ts';
import type { MessageBody } from '#web/desk/message-body.ts';
import { type Draft, KeptDraft } from '#web/kept/drafts.ts';
import { keptItems } from '#web/kept/outbox-rows.ts';
import { ownStore } from '#web/kept/own-store.ts';
import type { KeptStore } from '#web/kept/store.ts';
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
  const kept = await keptItems();
  const sent = new Set(kept.map(({ clientId, body }) => `${clientId} ${(body as MessageBody).calledAt}`));
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
    const isParked = after.parked.length > before.parked.length && !quiet.has(event.type);
    if (isParked) announce(t.desk.parkedNow);
  }

  return {
    desk: draft.value,
    ready,
    dispatch,
    seal: () => draft.seal(),
    async restore() {
      const isInOutbox = await inOutbox();
      if (draft.restored.peek() !== null)
        draft.value.value = move(draft.value.peek(), { type: 'restored', nowMs: serverNowMs(), isInOutbox });
      ready.value = true;
      for (const event of early.splice(0)) dispatch(event);
      await takeOver(async (desk) => {
        dispatch({ type: 'inherited', desk, nowMs: serverNowMs(), isInOutbox });
        await draft.seal();
      });
    },
  };
}

/** Told already, or nothing that was left just now. */
const quiet: ReadonlySet<DeskEvent['type']> = new Set(['notKept', 'inherited']);

interface Held {
  readonly store: KeptStore | undefined;
  readonly hand: DeskInHand;
  readonly end: () => void;
}
let held: Held | undefined;

function begin(store: KeptStore | undefined): Held {
  const draft = new KeptDraft<Desk>(ownDraft(), emptyDesk);
  const hand = inHand(draft);
  const end = draft.start();
  draft.ready.subscribe((isReady) => {
    if (isReady) void hand.restore();
  });
  return { store, hand, end };
}

// Locked, or signed out: what was sealed comes back with its person.
ownStore.subscribe((store) => {
  if (!held || held.store === store) return;
  held.end();
  held = undefined;
});

/** One for as long as its person is in: whoever goes to another page and back finds everything as it stood, and what was being sent then came to its end. */
export function useDesk(): DeskInHand {
  const store = ownStore.value;
  return useMemo(() => {
    held ??= begin(store);
    return held.hand;
  }, [store]);
}
