// The search for people as the API takes and answers it.
import * as z from 'zod/mini';
import { InstantOut, Language, Line } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const MAX_HITS = 20;

export const StaffSearch = lazy(() =>
  z.strictObject({
    text: Line(),
    limit: z._default(z.int().check(z.minimum(1), z.maximum(MAX_HITS)), 8),
  }),
);

/** What of a person the text was found in, the best first. */
const matchedFields = ['name', 'title', 'department', 'keywords', 'answerNote', 'phone'] as const;
export type MatchedField = (typeof matchedFields)[number];

const State = () => z.enum(['in', 'away', 'inactive']);

const AvailabilityOut = () =>
  z.object({
    state: State(),
    until: z.nullable(InstantOut()),
    reason: z.nullable(z.string()),
    note: z.nullable(z.string()),
  });

/** `phones` and `emails` hold those that the reader may see; a protected person shows none, and no availability. */
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
    connect: z.enum(['yes', 'ask', 'no']),
    phones: z.array(
      z.object({ label: z.nullable(z.string()), number: z.string(), mayTell: z.boolean(), mayConnect: z.boolean() }),
    ),
    emails: z.array(z.object({ label: z.nullable(z.string()), address: z.string(), mayTell: z.boolean() })),
    matched: z.array(z.enum(matchedFields)),
  });
export type StaffHit = z.input<ReturnType<typeof StaffHit>>;

export const StaffHits = lazy(() => z.object({ items: z.array(StaffHit()) }));
