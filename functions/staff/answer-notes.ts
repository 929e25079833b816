// Answer notes: what a person wants callers to be told at certain times; the one without a time is the record's own.
import * as z from 'zod/mini';
import { type Bound, type Call, winner } from '#calendar/specificity.ts';
import { ties } from '#calendar/ties.ts';
import { When } from '#calendar/when.ts';
import { Line, orNull, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import type { Finding } from '#shared/problems.ts';
import { lazy } from '#shared/route.ts';

export const ANSWER_NOTES_MAX = 20;
const TEXT_MAX_LENGTH = 1_000;

export interface AnswerNote {
  id: string;
  name: string | null;
  when: z.output<ReturnType<typeof When>>;
  text: string;
}

export const AnswerNoteInput = lazy(() =>
  z.strictObject({
    /** Given back to keep one; made by the service where it is absent. */
    id: z.optional(idSchema('rule')),
    name: orNull(Line()),
    when: When(),
    text: Text(TEXT_MAX_LENGTH),
  }),
);
export type AnswerNoteInput = z.output<ReturnType<typeof AnswerNoteInput>>;

export const AnswerNoteOut = lazy(() =>
  z.object({ id: idSchema('rule'), name: z.nullable(z.string()), when: When(), text: z.string() }),
);

/** The most specific of those that hold; the record's `answerNote` where there is none. */
export const answerNoteAt = (
  { answerNotes }: { answerNotes: readonly AnswerNote[] },
  call: Call,
): AnswerNote | undefined => winner(answerNotes, call);

/** Each note that ties with another: nobody could say which of the two holds. */
export const tiedNotes = (notes: readonly Bound[] = []): Finding[] =>
  ties(notes).flatMap((pair): Finding[] =>
    pair.map((place, at) => ({
      pointer: `/answerNotes/${place}/when`,
      detail: `As specific as /answerNotes/${pair[1 - at]}, and both can hold at the same time: narrow one of them`,
    })),
  );
