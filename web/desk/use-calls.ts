// How calls come to the desk: from the field, the last clients, a switchboard's link, or back from the outbox.
import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { newCall } from '#web/desk/call.ts';
import { ClientDesk } from '#web/desk/client-desk.ts';
import type { FoundClient } from '#web/desk/find-clients.ts';
import { callOf, type MessageBody } from '#web/desk/message-body.ts';
import type { Correcting } from '#web/desk/reopen-correction.ts';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { keptViews } from '#web/desk/use-recents.ts';
import { outbox, toReopen } from '#web/kept/outbox.ts';

export interface Calls {
  readonly open: (client: FoundClient, from?: string, calledAt?: string | null) => void;
  /** What was refused, or waits: everything is in the form again. */
  readonly reopen: (itemId: string) => Promise<void>;
  readonly clientDesk: ClientDesk | undefined;
}

export function useCalls(hand: DeskInHand, onCorrecting: (one: Correcting) => void): Calls {
  const notices = useRef(new Map<string, boolean>());
  const { call } = hand.desk.value;
  const clientDesk = useMemo(() => {
    if (!call) return undefined;
    return new ClientDesk(call.clientId, call.line, notices.current.get(call.clientId));
  }, [call?.id]);
  useEffect(() => void clientDesk?.load(), [clientDesk]);

  const open: Calls['open'] = (client, from = '', calledAt = null) => {
    notices.current.set(client.clientId, client.isNotice);
    const { clientId, name, line } = client;
    const began = newCall({ id: newKey(), clientId, clientName: name, line, from, nowMs: serverNowMs() });
    hand.dispatch({ type: 'opened', call: { ...began, calledAt } });
  };

  const reopen: Calls['reopen'] = async (itemId) => {
    const item = outbox.items.peek().find(({ id }) => id === itemId);
    if (item?.route === 'correctMessage') {
      const { reopenCorrection } = await import('#web/desk/reopen-correction.ts');
      const correcting = await reopenCorrection(item);
      if (correcting) onCorrecting(correcting);
    }
    if (item?.route !== 'takeMessage') return;
    const body = item.body as MessageBody;
    const clientName = (await keptViews()).find(({ desk }) => desk.clientId === item.clientId)?.desk.name ?? '';
    const { clientId, label: recipientName } = item;
    const again = { id: newKey(), clientId, clientName, recipientName, body, nowMs: serverNowMs() };
    const call = { ...callOf(again), sentAs: body.calledAt ?? '' };
    // Among the drafts before it is out of the outbox: a page that goes away in between finds it in one of them.
    hand.dispatch({ type: 'opened', call });
    await hand.seal();
    const isHere = (await outbox.reopen(itemId)) !== undefined;
    hand.dispatch({ type: isHere ? 'notKept' : 'kept', callId: call.id });
  };

  useSignalEffect(() => {
    const itemId = toReopen.value;
    if (itemId === undefined || !hand.ready.value) return;
    toReopen.value = undefined;
    void reopen(itemId);
  });
  return { open, reopen, clientDesk };
}
