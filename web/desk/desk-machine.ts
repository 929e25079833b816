// The desk as a machine: one resting place, one call at a time, and nothing typed is ever lost. Pure.
import { type Call, type Fields, hasText, type Recipient, withAnswers } from '#web/desk/call.ts';

export interface LastSent {
  readonly clientId: string;
  readonly messageId: string;
  readonly name: string;
  readonly atMs: number;
  readonly channels: readonly ('email' | 'sms')[];
  /** Quiet hours: it goes out then. */
  readonly heldUntil: string | null;
}

export interface Desk {
  readonly call: Call | null;
  /** Calls with text that were left: they wait to be taken up again. */
  readonly parked: readonly Call[];
  /** Left while they were being put in the outbox: gone as soon as they lie there. */
  readonly leaving: readonly Call[];
  readonly last: LastSent | null;
  readonly isEnding: boolean;
}

export type Step = 'idle' | 'client' | 'form' | 'sending' | 'ending';

export type DeskEvent =
  | { readonly type: 'opened'; readonly call: Call }
  | {
      readonly type: 'chosen';
      readonly callId: string;
      readonly recipient: Recipient;
      readonly answered: readonly string[];
    }
  | { readonly type: 'heard'; readonly callId: string; readonly answered: readonly string[] }
  | { readonly type: 'typed'; readonly callId: string; readonly fields: Partial<Fields>; readonly nowMs: number }
  | { readonly type: 'late'; readonly calledAt: string | null }
  | { readonly type: 'escape' }
  | { readonly type: 'ending' }
  | { readonly type: 'ended' }
  | { readonly type: 'send'; readonly sentAs: string }
  | { readonly type: 'kept'; readonly callId: string }
  | { readonly type: 'notKept'; readonly callId: string }
  | { readonly type: 'sent'; readonly last: LastSent }
  | { readonly type: 'resumed'; readonly callId: string }
  | { readonly type: 'thrown'; readonly callId: string }
  | { readonly type: 'restored'; readonly nowMs: number; readonly isInOutbox: (call: Call) => boolean }
  | {
      readonly type: 'inherited';
      readonly desk: Desk;
      readonly nowMs: number;
      readonly isInOutbox: (call: Call) => boolean;
    };

export const emptyDesk: Desk = { call: null, parked: [], leaving: [], last: null, isEnding: false };

export const KEPT_MS = 12 * 60 * 60_000;

export function stepOf({ call, isEnding }: Desk): Step {
  if (!call) return 'idle';
  if (isEnding) return 'ending';
  if (call.sentAs !== null) return 'sending';
  return call.recipient ? 'form' : 'client';
}

const without = (calls: readonly Call[], id: string): readonly Call[] => calls.filter((call) => call.id !== id);

/** Whatever is left goes where it is kept: to the drafts with its text, or nowhere without. */
function leave(desk: Desk): Desk {
  const { call, parked, leaving } = desk;
  const left = { ...desk, call: null, isEnding: false };
  if (!call) return left;
  if (call.sentAs !== null) return { ...left, leaving: [...leaving, call] };
  return hasText(call) ? { ...left, parked: [...without(parked, call.id), call] } : left;
}

function back(desk: Desk): Desk {
  const { call, isEnding } = desk;
  if (!call || call.sentAs !== null) return desk;
  if (isEnding) return { ...desk, isEnding: false };
  if (hasText(call)) return leave(desk);
  if (call.recipient) return { ...desk, call: { ...call, recipient: null } };
  return { ...desk, isEnding: true };
}

/** A draft lives for as long as all that is kept; one that was being sent may lie in the outbox already. */
function found(desk: Desk, nowMs: number, isInOutbox: (call: Call) => boolean): Desk {
  const isGood = (call: Call) => nowMs - call.changedAtMs < KEPT_MS && !isInOutbox(call);
  const again = (call: Call): Call => ({ ...call, sentAs: null, isPerhapsSent: call.sentAs !== null });
  const call = desk.call && isGood(desk.call) ? again(desk.call) : null;
  return {
    ...desk,
    call,
    parked: [...desk.parked, ...desk.leaving].filter(isGood).map(again),
    leaving: [],
    isEnding: false,
  };
}

/** Of a window that is gone: whatever has text is a draft here. */
function inherited(desk: Desk, other: Desk): Desk {
  const [one, two] = [desk.last, other.last];
  const last = one && two ? (one.atMs < two.atMs ? two : one) : (one ?? two);
  return { ...desk, last, parked: [...desk.parked, ...leave(other).parked] };
}

const changed = (desk: Desk, change: (call: Call) => Call): Desk =>
  desk.call && desk.call.sentAs === null ? { ...desk, call: change(desk.call) } : desk;

/** An answer that comes when the next call is open belongs to nobody: neither its person nor its text goes on. */
const changedIn = (desk: Desk, callId: string, change: (call: Call) => Call): Desk =>
  desk.call?.id === callId ? changed(desk, change) : desk;

export function move(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'opened':
      return { ...leave(desk), call: event.call };
    case 'chosen':
      return changedIn(desk, event.callId, (call) => ({
        ...call,
        recipient: event.recipient,
        answered: withAnswers(call.answered, event.answered),
      }));
    case 'heard':
      return changedIn(desk, event.callId, (call) => ({
        ...call,
        answered: withAnswers(call.answered, event.answered),
      }));
    case 'typed':
      return changedIn(desk, event.callId, (call) => ({
        ...call,
        fields: { ...call.fields, ...event.fields },
        changedAtMs: event.nowMs,
      }));
    case 'late':
      return changed(desk, (call) => ({ ...call, calledAt: event.calledAt }));
    case 'escape':
      return back(desk);
    case 'ending':
      return changed({ ...desk, isEnding: desk.call !== null && !hasText(desk.call) }, (call) => call);
    case 'ended':
      return desk.call && hasText(desk.call) ? { ...desk, isEnding: false } : { ...desk, call: null, isEnding: false };
    case 'send':
      return changed(desk, (call) => ({ ...call, sentAs: event.sentAs }));
    case 'kept': {
      const isOpen = desk.call?.id === event.callId;
      return { ...desk, call: isOpen ? null : desk.call, leaving: without(desk.leaving, event.callId) };
    }
    case 'notKept': {
      const again = (call: Call): Call => ({ ...call, sentAs: null });
      if (desk.call?.id === event.callId) return { ...desk, call: again(desk.call) };
      const left = desk.leaving.filter(({ id }) => id === event.callId).map(again);
      return { ...desk, leaving: without(desk.leaving, event.callId), parked: [...desk.parked, ...left] };
    }
    case 'sent':
      return { ...desk, last: event.last };
    case 'resumed': {
      const call = desk.parked.find(({ id }) => id === event.callId);
      return call ? { ...leave({ ...desk, parked: without(desk.parked, call.id) }), call } : desk;
    }
    case 'thrown':
      return { ...desk, parked: without(desk.parked, event.callId) };
    case 'restored':
      return found(desk, event.nowMs, event.isInOutbox);
    case 'inherited':
      return inherited(desk, found(event.desk, event.nowMs, event.isInOutbox));
  }
}
