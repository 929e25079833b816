// How a staff member wants messages: steps of channels and contacts by urgency, and quiet hours.
import * as z from 'zod/mini';
import { Email, listOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { Phone, parsePhone } from '#shared/phone.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { DEFAULT_WAIT_MINUTES } from '#staff/default-wait.ts';

const MAX_WAIT_MINUTES = 24 * 60;
const STEPS_MAX = 5;
/** Each is a delivery, six people may get a message, and a transaction holds a hundred items. */
export const CONTACTS_MAX = 10;

/** An e-mail address or a telephone number, told apart by the @. */
export const Contact = () =>
  z.pipe(
    z.string(),
    z.transform((text, context) => {
      const parsed = (text.includes('@') ? Email() : Phone()).safeParse(text);
      if (parsed.success) return parsed.data;
      context.issues.push({ code: 'custom', input: text, message: 'Neither an e-mail address nor a telephone number' });
      return z.NEVER;
    }),
  );

const Channel = () => z.enum(['email', 'sms']);
type Channel = 'email' | 'sms';

/** The person; a colleague of the same client, whose first addresses are taken; or all of the client's general inbox. */
export const StepTo = () =>
  z.union([z.literal('self'), z.literal('generalInbox'), z.strictObject({ staffId: idSchema('staff') })]);

const Step = () =>
  z
    .strictObject({
      channels: z.array(Channel()).check(
        z.minLength(1),
        z.refine((channels) => new Set(channels).size === channels.length, { error: 'Each channel once' }),
      ),
      /** Of the person's own; without them the first address that fits the channel. */
      contacts: z.optional(listOf(Contact(), CONTACTS_MAX).check(z.minLength(1))),
      /** How long an urgent message waits for an outcome, before it goes on to the next step. */
      waitMinutes: z._default(z.int().check(z.minimum(1), z.maximum(MAX_WAIT_MINUTES)), DEFAULT_WAIT_MINUTES),
      /** Absent: the person. */
      to: z.optional(StepTo()),
    })
    .check(
      z.refine(({ to = 'self', contacts }) => to === 'self' || contacts === undefined, {
        path: ['contacts'],
        error: 'Only of the person: nobody names the contacts of others',
      }),
    );

const TimeOfDay = () => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

export const DeliveryWishes = () =>
  z.strictObject({
    normal: z._default(listOf(Step(), STEPS_MAX), []),
    urgent: z._default(listOf(Step(), STEPS_MAX), []),
    /** Local time in Stockholm; over midnight where `from` is later than `until`. */
    quietHours: z._default(
      z.nullable(
        z
          .strictObject({ from: TimeOfDay(), until: TimeOfDay() })
          .check(z.refine(({ from, until }) => from !== until, { error: 'The same time twice', path: ['until'] })),
      ),
      null,
    ),
  });
export type DeliveryWishes = z.output<ReturnType<typeof DeliveryWishes>>;

export const noWishes: DeliveryWishes = { normal: [], urgent: [], quietHours: null };

interface OwnContacts {
  phones: readonly { number: string }[];
  emails: readonly { address: string }[];
}

export const urgencies = ['normal', 'urgent'] as const;

/** What is wrong with a contact of a step: undefined for one that a channel of the step can reach. */
function refusal(contact: string, channels: readonly Channel[], { phones, emails }: OwnContacts): string | undefined {
  const isOwn = emails.some(({ address }) => address === contact) || phones.some(({ number }) => number === contact);
  if (!isOwn) return "Not among the person's own numbers and addresses";
  if (contact.includes('@')) return channels.includes('email') ? undefined : 'No channel of this step sends e-mail';
  if (!channels.includes('sms')) return 'No channel of this step sends SMS';
  return parsePhone(contact)?.mobile ? undefined : 'Not a mobile number';
}

/** Each contact that is not the person's, or that no channel reaches. */
export const foreignContacts = (wishes: DeliveryWishes, own: OwnContacts): Finding[] =>
  urgencies.flatMap((urgency) =>
    wishes[urgency].flatMap(({ channels, contacts = [] }, step) =>
      contacts.flatMap((contact, index): Finding[] => {
        const detail = refusal(contact, channels, own);
        return detail ? [{ pointer: `/delivery/${urgency}/${step}/contacts/${index}`, detail }] : [];
      }),
    ),
  );

/** @throws Problem invalid-request that points at each foreign contact. */
export function demandOwnContacts(wishes: DeliveryWishes, own: OwnContacts): void {
  const errors = foreignContacts(wishes, own);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/** The wishes after an edit of the person's contacts: what is gone is no longer written to. */
export function withoutForeignContacts(wishes: DeliveryWishes, own: OwnContacts): DeliveryWishes {
  const steps = (urgency: (typeof urgencies)[number]) =>
    wishes[urgency].map(({ contacts, ...step }) => {
      const kept = (contacts ?? []).filter((contact) => refusal(contact, step.channels, own) === undefined);
      return kept.length > 0 ? { ...step, contacts: kept } : step;
    });
  return { ...wishes, normal: steps('normal'), urgent: steps('urgent') };
}
