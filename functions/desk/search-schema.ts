// The search for people as the API takes and answers it.
import * as z from 'zod/mini';
import { LineId } from '#clients/lines.ts';
import { AnswerOut } from '#desk/answer-view.ts';
import { ColleagueOut } from '#desk/colleague-view.ts';
import { matchedFields } from '#desk/match-people.ts';
import { InstantOut, Language, Line } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const MAX_HITS = 20;

export const StaffSearch = lazy(() =>
  z.strictObject({
    text: Line(),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_HITS)), 8),
    /** The called number: its language, and the rules that are bound to it. Without: the client's first. */
    line: z.optional(LineId()),
    /** As an operator would be shown them: for supervisors and the client's admins. */
    view: z.optional(z.literal('operator')),
  }),
);

/** `until`: when this absence ends. `operatorNote` is null for whoever is no operator. */
const AvailabilityOut = () =>
  z.object({
    state: z.enum(['in', 'away']),
    until: z.nullable(InstantOut()),
    reason: z.nullable(z.string()),
    note: z.nullable(z.string()),
    operatorNote: z.nullable(z.string()),
    /** Within 14 days. */
    next: z.nullable(z.object({ from: InstantOut(), until: InstantOut(), reason: z.string() })),
  });

/** `phones` and `emails` hold those that the reader may see; of a protected person nobody is told whether in, nor how the name is said. */
const StaffHit = () =>
  z.object({
    staffId: idSchema('staff'),
    kind: z.enum(['person', 'function']),
    name: z.string(),
    alsoKnownAs: z.array(z.string()),
    pronunciation: z.nullable(z.string()),
    language: Language(),
    title: z.nullable(z.string()),
    department: z.nullable(z.string()),
    protected: z.boolean(),
    availability: z.nullable(AvailabilityOut()),
    /** Whether calls may be put through now. */
    connect: z.enum(['yes', 'ask', 'no']),
    phones: z.array(
      z.object({ label: z.nullable(z.string()), number: z.string(), mayTell: z.boolean(), mayConnect: z.boolean() }),
    ),
    emails: z.array(z.object({ label: z.nullable(z.string()), address: z.string(), mayTell: z.boolean() })),
    answer: AnswerOut(),
    /** Whom to ask instead, in order; none while the person is in. */
    colleagues: z.array(ColleagueOut()),
    /** What of the person the words were found in. */
    matched: z.array(z.enum(matchedFields)),
  });
export type StaffHit = z.input<ReturnType<typeof StaffHit>>;

export const StaffHits = lazy(() => z.object({ items: z.array(StaffHit()) }));
