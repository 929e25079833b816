// Who the service is, and who works for it: the processor's details, and the sub-processors with what is announced of them.
import * as z from 'zod/mini';
import { LocalDate } from '#calendar/local-time.ts';
import { OrganisationNumber } from '#clients/organisation-number.ts';
import { Email, InstantOut, Line, notEmpty, orNull } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

export const ServiceDetailsInput = lazy(() =>
  z.strictObject({
    /** The company, as it stands in the register of companies. */
    name: Line(),
    organisationNumber: OrganisationNumber(),
    address: Line(500),
    email: Email(),
    /** As people read it: it stands in the text. */
    phone: orNull(Line(40)),
    /** Whom questions of data protection go to: the data protection officer, where there is one. */
    privacyContact: z.strictObject({ name: Line(), email: Email(), phone: orNull(Line(40)) }),
    /** In whose name agreements are countersigned. */
    signatory: z.strictObject({ name: Line(), title: Line() }),
  }),
);
export type ServiceDetails = z.output<ReturnType<typeof ServiceDetailsInput>>;

const companyOut = () => ({ name: z.string(), organisationNumber: z.string(), address: z.string(), email: z.string() });

/** `details` is null until somebody has filled them in. */
export const ServiceDetailsView = lazy(() =>
  z.object({
    details: z.nullable(
      z.object({
        ...companyOut(),
        phone: z.nullable(z.string()),
        privacyContact: z.object({ name: z.string(), email: z.string(), phone: z.nullable(z.string()) }),
        signatory: z.object({ name: z.string(), title: z.string() }),
      }),
    ),
    changedAt: z.nullable(InstantOut()),
    version: z.int(),
  }),
);

/** ISO 3166, two letters. */
const Country = () => z.string().check(z.regex(/^[A-Z]{2}$/));
const inBoth = () => z.strictObject({ sv: Line(500), en: Line(500) });

const subProcessorFields = () => ({
  name: Line(),
  address: Line(500),
  /** An e-mail address, a telephone number or a page: how it is reached in questions of data protection. */
  contact: Line(500),
  /** Where it is seated. */
  country: Country(),
  /** Where the data is. */
  place: Line(),
  purpose: inBoth(),
  /** The company above all of it, where there is one. */
  ultimateParent: orNull(z.strictObject({ name: Line(), country: Country() })),
  /** On what ground data could be reached from outside the EEA; null where it cannot. */
  transfer: orNull(inBoth()),
});

export const SubProcessorInput = lazy(() =>
  z.strictObject({ ...subProcessorFields(), holdsFrom: z.optional(LocalDate()) }),
);

export const SubProcessorPatch = lazy(() =>
  z
    .strictObject({
      name: z.optional(Line()),
      address: z.optional(Line(500)),
      contact: z.optional(Line(500)),
      country: z.optional(Country()),
      place: z.optional(Line()),
      purpose: z.optional(inBoth()),
      ultimateParent: z.optional(z.nullable(z.strictObject({ name: Line(), country: Country() }))),
      transfer: z.optional(z.nullable(inBoth())),
      /** It is to work for the service no more. */
      ends: z.optional(z.literal(true)),
      holdsFrom: z.optional(LocalDate()),
    })
    .check(notEmpty()),
);
export type SubProcessorPatch = z.output<ReturnType<typeof SubProcessorPatch>>;

const SubProcessorDetails = lazy(() =>
  z.object({
    name: z.string(),
    address: z.string(),
    contact: z.string(),
    country: z.string(),
    place: z.string(),
    purpose: z.object({ sv: z.string(), en: z.string() }),
    ultimateParent: z.nullable(z.object({ name: z.string(), country: z.string() })),
    transfer: z.nullable(z.object({ sv: z.string(), en: z.string() })),
  }),
);
export type SubProcessorDetails = z.infer<ReturnType<typeof SubProcessorDetails>>;

export const SubProcessor = lazy(() =>
  z.object({
    id: idSchema('subProcessor'),
    version: z.int(),
    /** What holds today; null for one that is only announced. */
    current: z.nullable(SubProcessorDetails()),
    /** What is announced; its `details` are null where it is to end. */
    next: z.nullable(
      z.object({
        details: z.nullable(SubProcessorDetails()),
        /** From the beginning of this day in Stockholm. */
        holdsFrom: LocalDate(),
        announcedAt: InstantOut(),
      }),
    ),
  }),
);
export type SubProcessor = z.infer<ReturnType<typeof SubProcessor>>;

export const SubProcessorList = lazy(() => z.object({ items: z.array(SubProcessor()) }));
export const OneSubProcessor = lazy(() => z.strictObject({ subProcessorId: idSchema('subProcessor') }));
