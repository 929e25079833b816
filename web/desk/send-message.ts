// Sending: the message lies in the outbox before the form is empty, and two presses are one message.
import { serverNowMs } from '#web/api/server-clock.ts';
import { calledAtOf, type Missing, messageBody, missingIn } from '#web/desk/message-body.ts';
import { markOwnTime } from '#web/desk/own-time.ts';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { outbox } from '#web/kept/outbox.ts';
import { announce } from '#web/parts/announce.tsx';
import type { ProblemCode } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

/** So long the form waits for the service before it leaves the rest to the outbox. */
const PATIENCE_MS = 1_200;

type Sent =
  | { readonly kind: 'left' }
  | { readonly kind: 'missing'; readonly what: Missing }
  | { readonly kind: 'refused'; readonly code: ProblemCode };

const patience = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));

export async function sendMessage(hand: DeskInHand): Promise<Sent> {
  const { call } = hand.desk.peek();
  if (!call || call.sentAs !== null) return { kind: 'left' };
  const what = missingIn(call);
  if (what !== undefined) return { kind: 'missing', what };
  markOwnTime('sent');
  const sentAs = calledAtOf(call, serverNowMs());
  hand.dispatch({ type: 'send', sentAs });
  // A page that goes away now finds the call again as one that may have been sent.
  await hand.seal();
  const item = await outbox.add({
    route: 'takeMessage',
    clientId: call.clientId,
    body: messageBody(call, sentAs),
    label: call.recipient?.name ?? '',
    client: call.clientName,
  });
  const settled = await Promise.race([outbox.settled(item.id), patience()]);
  if (settled?.state === 'refused') {
    await outbox.reopen(item.id);
    hand.dispatch({ type: 'notKept', callId: call.id });
    return { kind: 'refused', code: (settled.problem ?? 'internal') as ProblemCode };
  }
  hand.dispatch({ type: 'kept', callId: call.id });
  void hand.seal();
  if (!settled) announce(t.desk.waitsNow);
  return { kind: 'left' };
}
