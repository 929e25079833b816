// The desk as the API answers it: all that an operator needs before saying the first word.
import * as z from 'zod/mini';
import { ClientStatus } from '#clients/client-status.ts';
import { LineId } from '#clients/lines.ts';
import { AnswerOut, WhyOut } from '#desk/answer-view.ts';
import { ColleagueOut } from '#desk/colleague-view.ts';
import { messageStates, urgencies } from '#messages/message-states.ts';
import { InstantOut, Language } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

export const DeskQuery = lazy(() =>
  z.strictObject({
    /** The number that was called, as the search for clients names it. */
    line: z.optional(LineId()),
    /** As operators see it, which is as all see it who may: for those who ask for it in a search too. */
    view: z.optional(z.literal('operator')),
  }),
);

const LineOut = () =>
  z.object({
    line: LineId(),
    number: z.string(),
    language: Language(),
    answerPhrase: z.string(),
    why: WhyOut(),
  });

const OpenOut = () =>
  z.object({
    isOpen: z.boolean(),
    /** When it closes; null while it is closed, and where it never closes. */
    until: z.nullable(InstantOut()),
    /** When it opens; null while it is open. */
    from: z.nullable(InstantOut()),
    why: z.object({
      source: z.enum(['specialDay', 'holiday', 'eve', 'season', 'week', 'noHours']),
      id: z.nullable(z.string()),
      name: z.nullable(z.string()),
    }),
  });

const MessageAtDesk = () =>
  z.object({
    id: idSchema('message'),
    takenAt: InstantOut(),
    takenBy: z.string(),
    staffId: z.nullable(idSchema('staff')),
    caller: z.object({ name: z.nullable(z.string()), company: z.nullable(z.string()), phone: z.nullable(z.string()) }),
    /** Its beginning; null of a sensitive one. */
    matter: z.nullable(z.string()),
    urgency: z.enum(urgencies),
    callBack: z.boolean(),
    sensitive: z.boolean(),
    state: z.enum(messageStates),
  });
export type MessageAtDesk = z.input<ReturnType<typeof MessageAtDesk>>;

export const Desk = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    name: z.string(),
    status: ClientStatus(),
    /** Of the call. */
    language: Language(),
    /** The number that was called; null where nobody says, or where it is not this client's any more. */
    line: z.nullable(LineId()),
    lines: z.array(LineOut()),
    /** The words to say now. */
    answerPhrase: z.string(),
    why: WhyOut(),
    open: OpenOut(),
    instructions: z.array(z.object({ text: z.string(), why: WhyOut() })),
    askFor: z.array(z.string()),
    /** For a caller who asks for nobody by name. */
    answer: AnswerOut(),
    /** Whom to ask where nobody is in, in order. */
    alternatives: z.array(ColleagueOut()),
    notices: z.array(z.object({ id: idSchema('notice'), text: z.string(), by: z.string(), until: InstantOut() })),
    /** Today's, newest first, at most 20. */
    messages: z.array(MessageAtDesk()),
    callerNotice: z.object({ words: z.string(), url: z.string() }),
    /** What greeting and instructions were: goes with the message that is taken, in `answered`. */
    references: z.array(z.string()),
  }),
);
export type Desk = z.input<ReturnType<typeof Desk>>;
