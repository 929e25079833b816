// Messages: what an operator writes down, what is kept sealed, and what is answered.
import * as z from 'zod/mini';
import { DeliveryView } from '#deliveries/schema.ts';
import { AnswerReference, type PackedAnswer, ruleSources } from '#messages/answer-reference.ts';
import { messageStates, urgencies } from '#messages/message-states.ts';
import { Email, Instant, InstantOut, Line, listOf, MATTER_MAX_LENGTH, notEmpty, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { PhoneAsGiven } from '#shared/phone.ts';
import { lazy } from '#shared/route.ts';
import { CONTACTS_MAX, Contact } from '#staff/delivery-wishes.ts';

const COPIES_MAX = 5;
const EXTENSION_MAX_LENGTH = 20;
/** The desk, the recipient and those with a copy. */
const ANSWERED_MAX = 7;

const CallerInput = lazy(() =>
  z.strictObject({
    name: z.optional(z.nullable(Line())),
    company: z.optional(z.nullable(Line())),
    /** As the caller said it; kept as given where it is not a complete number. */
    phone: z.optional(z.nullable(PhoneAsGiven())),
    extension: z.optional(z.nullable(Line(EXTENSION_MAX_LENGTH))),
    secondPhone: z.optional(z.nullable(PhoneAsGiven())),
    email: z.optional(z.nullable(Email())),
  }),
);
export type CallerInput = z.output<ReturnType<typeof CallerInput>>;

/** What was said, as it is written down. */
const contentFields = () => ({
  caller: z._default(CallerInput(), {}),
  matter: z.optional(z.nullable(Text(MATTER_MAX_LENGTH))),
  callBack: z._default(z.boolean(), false),
  sensitive: z._default(z.boolean(), false),
});

const saysSomething = () =>
  z.refine<{ matter?: string | null | undefined; callBack: boolean }>(
    ({ matter, callBack }) => Boolean(matter) || callBack,
    { path: ['matter'], error: 'A message has a matter, or asks for a call back' },
  );

export const MessageInput = lazy(() =>
  z
    .strictObject({
      /** None: the client's general inbox. */
      staffId: z.optional(z.nullable(idSchema('staff'))),
      copyTo: z._default(listOf(idSchema('staff'), COPIES_MAX), []),
      ...contentFields(),
      urgency: z._default(z.enum(urgencies), 'normal'),
      /** When the call was, where the message comes later: at most 12 hours ago, of a supervisor 72. */
      calledAt: z.optional(Instant()),
      /** References of what was said to the caller, as the desk and the search gave them. */
      answered: z.optional(listOf(AnswerReference(), ANSWERED_MAX)),
    })
    .check(saysSomething()),
);
export type MessageInput = z.output<ReturnType<typeof MessageInput>>;

/** Whom a test is for. */
export const OneRecipient = lazy(() => z.strictObject({ clientId: idSchema('client'), staffId: idSchema('staff') }));

/** What it is to go by. */
export const TestInput = lazy(() => z.strictObject({ urgency: z._default(z.enum(urgencies), 'normal') }));
export type ContentInput = Pick<MessageInput, 'caller' | 'matter' | 'callBack' | 'sensitive'>;

/** The whole of what was said, mended: what is left out is taken out. */
export const CorrectionInput = lazy(() =>
  z
    .strictObject({
      ...contentFields(),
      /** Absent: as it was. */
      urgency: z.optional(z.enum(urgencies)),
    })
    .check(saysSomething()),
);
export type CorrectionInput = z.output<ReturnType<typeof CorrectionInput>>;

/** To whom a message goes once more. */
export const Forwarding = lazy(() =>
  z.strictObject({
    /** null: the general inbox. */
    staffId: z.nullable(idSchema('staff')),
    /** Of that person's own, or of the general inbox; absent: as that person wishes. */
    contacts: z.optional(listOf(Contact(), CONTACTS_MAX).check(z.minLength(1))),
  }),
);

export const OneMessage = lazy(() => z.strictObject({ clientId: idSchema('client'), messageId: idSchema('message') }));

/** The sealed content of a message. What is absent is left out: short for the table. */
export interface MessageContent {
  caller: {
    name?: string;
    company?: string;
    phone?: string;
    phoneAsGiven?: string;
    extension?: string;
    secondPhone?: string;
    secondPhoneAsGiven?: string;
    email?: string;
  };
  matter?: string;
  callBack: boolean;
  sensitive: boolean;
  /** What was said to the caller: stays as it was when the rest is mended. */
  answered?: readonly PackedAnswer[];
}

const CallerView = lazy(() =>
  z.object({
    name: z.nullable(z.string()),
    company: z.nullable(z.string()),
    /** E.164, or null where what was given is not a complete number. */
    phone: z.nullable(z.string()),
    /** What was given, where it is not a complete number: the flag that it must be read with care. */
    phoneAsGiven: z.nullable(z.string()),
    extension: z.nullable(z.string()),
    secondPhone: z.nullable(z.string()),
    secondPhoneAsGiven: z.nullable(z.string()),
    email: z.nullable(z.string()),
  }),
);

export const Message = lazy(() =>
  z.object({
    id: idSchema('message'),
    clientId: idSchema('client'),
    staffId: z.nullable(idSchema('staff')),
    copyTo: z.array(idSchema('staff')),
    caller: CallerView(),
    matter: z.nullable(z.string()),
    urgency: z.enum(urgencies),
    callBack: z.boolean(),
    sensitive: z.boolean(),
    /** What was said to the caller, and by which version of which rule. */
    answered: z.array(
      z.object({
        source: z.enum(ruleSources),
        of: z.string(),
        version: z.number(),
        ruleId: z.nullable(z.string()),
        at: InstantOut(),
      }),
    ),
    /** Nobody has called: it was sent to see whether messages arrive. */
    test: z.boolean(),
    /** The user or machine client that took it. */
    takenBy: z.string(),
    /** When the call was. */
    takenAt: InstantOut(),
    /** When it was written in, where that was more than two minutes later. */
    enteredAt: z.nullable(InstantOut()),
    /** Not readable after this, by any means. */
    expiresAt: InstantOut(),
    state: z.enum(messageStates),
    /** When this reader marked it as read. */
    readAt: z.nullable(InstantOut()),
    handled: z.nullable(z.object({ by: z.string(), at: InstantOut() })),
    note: z.nullable(z.string()),
    /** When it was mended, and by whom: what stands here is the last text, and the only one there is. */
    corrections: z.array(z.object({ at: InstantOut(), by: z.string() })),
    deliveries: z.array(DeliveryView()),
  }),
);
export type MessageView = z.input<ReturnType<typeof Message>>;

export const MessageEdit = lazy(() =>
  z
    .strictObject({
      /** For this reader alone. */
      read: z.optional(z.boolean()),
      handled: z.optional(z.boolean()),
      /** null takes it away. */
      note: z.optional(z.nullable(Text(MATTER_MAX_LENGTH))),
    })
    .check(notEmpty()),
);
export type MessageEdit = z.output<ReturnType<typeof MessageEdit>>;
