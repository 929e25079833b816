// From a call to what the API takes, and back again from what it refused. Pure.
import type { Body } from '#web/api/types.ts';
import { type Call, newCall, noFields, type Recipient } from '#web/desk/call.ts';

export type MessageBody = Body<'takeMessage'>;

/** What is written within ten minutes of the call is of the moment when it is sent; a draft that lay longer, of its call. */
const LONG_CALL_MS = 10 * 60_000;

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

export function calledAtOf({ calledAt, beganAtMs }: Call, nowMs: number): string {
  const isLong = nowMs - beganAtMs > LONG_CALL_MS;
  return calledAt ?? new Date(isLong ? beganAtMs : nowMs).toISOString();
}

export function messageBody(call: Call, calledAt: string): MessageBody {
  const { fields, recipient } = call;
  return {
    staffId: recipient?.staffId ?? null,
    copyTo: fields.copyTo.flatMap(({ staffId }) => staffId ?? []),
    caller: {
      name: given(fields.name),
      company: given(fields.company),
      phone: given(fields.phone),
      extension: given(fields.extension),
      secondPhone: given(fields.secondPhone),
      email: given(fields.email),
    },
    matter: given(fields.matter),
    callBack: fields.callBack,
    sensitive: fields.sensitive,
    urgency: fields.urgent ? 'urgent' : 'normal',
    calledAt,
    ...(call.answered.length > 0 && { answered: [...call.answered] }),
  };
}

export type Missing = 'recipient' | 'matter' | 'tooLong' | 'email';

const LONGEST_MATTER = 4000;

/** By so many letters: a field that cuts off what is put into it would lose the rest without a word. */
export const tooLongBy = ({ matter }: Call['fields']): number => Math.max(0, matter.trim().length - LONGEST_MATTER);

/** What keeps it from being sent; the API says the same, but later. */
export function missingIn({ recipient, fields }: Call): Missing | undefined {
  if (!recipient) return 'recipient';
  if (fields.matter.trim() === '' && !fields.callBack) return 'matter';
  if (tooLongBy(fields) > 0) return 'tooLong';
  if (fields.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email.trim())) return 'email';
  return undefined;
}

interface Refused {
  id: string;
  clientId: string;
  clientName: string;
  /** The label that it had in the outbox: the recipient's name. */
  recipientName: string;
  body: MessageBody;
  nowMs: number;
}

/** Everything that was written, in the form again. */
export function callOf({ id, clientId, clientName, recipientName, body, nowMs }: Refused): Call {
  const { caller } = body;
  const recipient: Recipient = { staffId: body.staffId ?? null, name: recipientName };
  return {
    ...newCall({ id, clientId, clientName, line: null, nowMs }),
    recipient,
    calledAt: body.calledAt ?? null,
    answered: body.answered ?? [],
    fields: {
      ...noFields,
      name: caller.name ?? '',
      company: caller.company ?? '',
      phone: caller.phone ?? '',
      extension: caller.extension ?? '',
      secondPhone: caller.secondPhone ?? '',
      email: caller.email ?? '',
      matter: body.matter ?? '',
      callBack: body.callBack,
      sensitive: body.sensitive,
      urgent: body.urgency === 'urgent',
      copyTo: body.copyTo.map((staffId) => ({ staffId, name: '…' })),
    },
  };
}
