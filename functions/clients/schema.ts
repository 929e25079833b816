// A client as the API takes it, gives it and seals it.
import * as z from 'zod/mini';
import { WayOfEnding } from '#clients/client-end.ts';
import { ClientStatus } from '#clients/client-status.ts';
import { LineId } from '#clients/lines.ts';
import { OrganisationNumber } from '#clients/organisation-number.ts';
import {
  ContentMode,
  Email,
  Instant,
  InstantOut,
  Language,
  Line,
  listOf,
  notEmpty,
  orNull,
  pageOf,
} from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { Phone, PhoneAsGiven, parsePhone } from '#shared/phone.ts';
import { Retention } from '#shared/retention.ts';
import { lazy } from '#shared/route.ts';

/** A number that is called, and how it is answered. Its name is taken as it was read, and passed over: the number makes it. */
const ClientNumber = () =>
  z.pipe(
    z.strictObject({
      number: Phone(),
      line: z.optional(LineId()),
      answerPhrase: orNull(Line()),
      language: z._default(Language(), 'sv'),
    }),
    z.transform(({ line: _, ...number }) => number),
  );

const ClientNumbers = () =>
  listOf(ClientNumber()).check(
    z.superRefine((numbers, context) => {
      numbers.forEach(({ number }, index) => {
        if (numbers.findIndex((other) => other.number === number) < index)
          context.addIssue({ code: 'custom', path: [index, 'number'], message: 'Twice in the list', input: undefined });
      });
    }),
  );

const ClientContact = () =>
  z.strictObject({ name: Line(), title: orNull(Line()), email: orNull(Email()), phone: orNull(Phone()) });

/** Of the general inbox: a number that SMS reaches. */
const MobilePhone = () =>
  Phone().check(z.refine((number) => parsePhone(number)?.mobile === true, { error: 'Not a mobile number' }));

/** Each address is a delivery, six recipients may fall back to them, and a transaction holds a hundred items. */
const INBOX_MAX = 5;

const GeneralInbox = () =>
  z
    .strictObject({
      emails: z._default(listOf(Email(), INBOX_MAX), []),
      phones: z._default(listOf(MobilePhone(), INBOX_MAX), []),
      language: z._default(Language(), 'sv'),
    })
    .check(
      z.refine(({ emails, phones }) => emails.length + phones.length > 0, {
        error: 'At least one e-mail address or mobile number',
      }),
    );

export const ClientInput = lazy(() =>
  z.strictObject({
    name: Line(),
    legalName: orNull(Line()),
    organisationNumber: orNull(OrganisationNumber()),
    town: orNull(Line()),
    numbers: z._default(ClientNumbers(), []),
    contacts: z._default(listOf(ClientContact()), []),
    generalInbox: orNull(GeneralInbox()),
    /** null: the longest that this stage allows. */
    retention: orNull(Retention()),
    contentMode: z._default(ContentMode(), 'full'),
    status: z._default(ClientStatus(), 'active'),
  }),
);
export type ClientInput = z.output<ReturnType<typeof ClientInput>>;

/** A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. */
export const ClientPatch = lazy(() =>
  z
    .strictObject({
      name: z.optional(Line()),
      legalName: z.optional(z.nullable(Line())),
      organisationNumber: z.optional(z.nullable(OrganisationNumber())),
      town: z.optional(z.nullable(Line())),
      numbers: z.optional(ClientNumbers()),
      contacts: z.optional(listOf(ClientContact())),
      generalInbox: z.optional(z.nullable(GeneralInbox())),
      /** null: the longest that this stage allows. */
      retention: z.optional(z.nullable(Retention())),
      /** `all`: messages that are there already get the shorter time too, and what is over by it is erased. */
      retentionAppliesTo: z.optional(z.enum(['new', 'all'])),
      contentMode: z.optional(ContentMode()),
      status: z.optional(ClientStatus()),
      /** When a paused client ends, as it has said in writing; null: it stays paused. */
      endsAt: z.optional(z.nullable(Instant())),
      /** How it has said so. With `endsAt`. */
      endsBy: z.optional(WayOfEnding()),
    })
    .check(
      notEmpty(),
      z.refine(({ endsAt, endsBy }) => (typeof endsAt === 'number') === (endsBy !== undefined), {
        path: ['endsBy'],
        error: 'With endsAt, and with it alone',
      }),
    ),
);
export type ClientPatch = z.output<ReturnType<typeof ClientPatch>>;

/** What is sealed: everything that names the client or is personal. */
export type ClientDetails = Omit<ClientInput, 'retention' | 'contentMode' | 'status'>;

/** Fields that the reader's role does not show are absent. */
export const Client = lazy(() =>
  z.object({
    id: idSchema('client'),
    name: z.string(),
    legalName: z.nullable(z.string()),
    organisationNumber: z.optional(z.nullable(z.string())),
    town: z.nullable(z.string()),
    numbers: z.array(
      z.object({
        number: z.string(),
        answerPhrase: z.nullable(z.string()),
        language: Language(),
        line: LineId(),
      }),
    ),
    contacts: z.optional(
      z.array(
        z.object({
          name: z.string(),
          title: z.nullable(z.string()),
          email: z.nullable(z.string()),
          phone: z.nullable(z.string()),
        }),
      ),
    ),
    generalInbox: z.optional(
      z.nullable(z.object({ emails: z.array(z.string()), phones: z.array(z.string()), language: Language() })),
    ),
    retention: Retention(),
    contentMode: ContentMode(),
    status: ClientStatus(),
    /** When a paused client ends, and how it has said so. */
    endsAt: z.nullable(InstantOut()),
    endsBy: z.nullable(WayOfEnding()),
    /** Since when it has ended. */
    endedAt: z.nullable(InstantOut()),
    /** When an ended client is erased by itself: after thirty days, and a week after it was told. */
    erasedAfter: z.nullable(InstantOut()),
    /** When the first agreement was signed; null before, and then neither staff nor messages are stored. */
    agreedAt: z.nullable(InstantOut()),
    createdAt: InstantOut(),
    updatedAt: InstantOut(),
  }),
);
export type Client = z.input<ReturnType<typeof Client>>;

export const ClientPage = lazy(() => pageOf(Client()));
/** `line`: the name of the number that was called; null where there is none, and for a search by text. */
export const ClientHits = lazy(() => z.object({ items: z.array(Client()), line: z.nullable(LineId()) }));

/** By the number that was called, as people write it, or by words of its names, town or organisation number. */
export const ClientSearch = lazy(() =>
  z.union([z.strictObject({ number: PhoneAsGiven() }), z.strictObject({ text: Line() })]),
);
