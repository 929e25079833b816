// How calls come to the desk: from the field, the last clients, a switchboard's link, or back from the outbox.
import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Body } from '#web/api/types.ts';
import { newCall } from '#web/desk/call.ts';
import { ClientDesk } from '#web/desk/client-desk.ts';
import { correctionOfBody } from '#web/desk/correction.ts';
import type { FoundClient } from '#web/desk/find-clients.ts';
import { callOf, type MessageBody } from '#web/desk/message-body.ts';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { keptViews } from '#web/desk/use-recents.ts';
import { layDraft } from '#web/kept/drafts.ts';
import { type OutboxItem, outbox, toReopen } from '#web/kept/outbox.ts';

export interface Calls {
  readonly open: (client: FoundClient, from?: string, calledAt?: string | null) => void;
  /** What was refused, or waits: everything is in the form again. */
  readonly reopen: (itemId: string) => Promise<void>;
  readonly clientDesk: ClientDesk | undefined;
}

/** A correction whose form is to be opened again. */
export interface Correcting {
  readonly clientId: string;
  readonly messageId: string;
}

/** Among the drafts before it is out of the outbox: while the store has no room it stays there. */
async function reopenCorrection({ id, clientId, messageId, body }: OutboxItem): Promise<Correcting | undefined> {
  if (messageId === undefined) return undefined;
  const isLaid = await layDraft(`correct:${messageId}`, correctionOfBody(body as Body<'correctMessage'>));
  return isLaid && (await outbox.reopen(id)) !== undefined ? { clientId, messageId } : undefined;
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
