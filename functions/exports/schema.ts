// An export as the API takes it and gives it.
import * as z from 'zod/mini';
import { FileView } from '#jobs/file.ts';
import { JobProgress } from '#jobs/job.ts';
import { InstantOut, listOf, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { givenReasons } from '#shared/reasons.ts';
import { lazy } from '#shared/route.ts';

const exportParts = ['register', 'messages'] as const;

const MOST_DAYS = 7;
const PROTECTED_MAX = 40;

export const ExportInput = lazy(() =>
  z.strictObject({
    what: z.array(z.enum(exportParts)).check(z.minLength(1), z.maxLength(exportParts.length)),
    /** How long the file may be fetched: no message in it may end before. */
    days: z._default(z.int().check(z.minimum(1), z.maximum(MOST_DAYS)), MOST_DAYS),
    /** Protected people are left out, but for these. */
    protectedStaff: z._default(listOf(idSchema('staff'), PROTECTED_MAX), []),
    /** For the audit. */
    why: z.enum(givenReasons),
    /** With `subjectRequest`: which. */
    requestId: z.optional(idSchema('request')),
  }),
);
export type ExportInput = z.output<ReturnType<typeof ExportInput>>;

/** Why something is not in it, and how many. */
const leftOutReasons = ['protected', 'endsBefore', 'unreadable'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

const Counts = () =>
  z.object({
    staff: z.int(),
    messages: z.int(),
    leftOut: z.array(z.object({ of: z.enum(['staff', 'messages']), because: z.enum(leftOutReasons), count: z.int() })),
  });

export const Export = lazy(() =>
  z.object({
    id: idSchema('export'),
    clientId: idSchema('client'),
    what: z.array(z.enum(exportParts)),
    days: z.int(),
    protectedStaff: z.array(idSchema('staff')),
    why: z.enum(givenReasons),
    requestId: z.nullable(idSchema('request')),
    askedBy: z.string(),
    askedAt: InstantOut(),
    progress: JobProgress(),
    /** null before it is made. What was left out stands in the manifest too. */
    counts: z.nullable(Counts()),
    /** null before it is made, and when it is gone. */
    file: z.nullable(FileView()),
  }),
);
export type Export = z.input<ReturnType<typeof Export>>;
export type ExportCounts = NonNullable<Export['counts']>;

export const ExportPage = lazy(() => pageOf(Export()));
export const OneExport = lazy(() => z.strictObject({ clientId: idSchema('client'), exportId: idSchema('export') }));
