// An answer as replies show it: the words, the rule that says so, until when, and the reference that goes with a message.
import * as z from 'zod/mini';
import type { Answer, RuleRef } from '#desk/resolve-answer.ts';
import { ruleSources, sealAnswer } from '#messages/answer-reference.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import { InstantOut } from '#shared/fields.ts';

/** Which rule won: `of` is the client or the person, `version` that of the record in which the rule stands. */
export const WhyOut = () =>
  z.object({
    source: z.enum(ruleSources),
    of: z.string(),
    version: z.number(),
    ruleId: z.nullable(z.string()),
    name: z.nullable(z.string()),
  });

export const AnswerOut = () =>
  z.object({
    /** What to tell the caller. */
    words: z.string(),
    why: WhyOut(),
    /** When the rule that won ends by itself. */
    until: z.nullable(InstantOut()),
    /** Goes with the message that is taken, in `answered`. */
    reference: z.string(),
  });
export type AnswerView = z.input<ReturnType<typeof AnswerOut>>;

export const showWhy = ({ source, of, version, ruleId, name }: RuleRef): RuleRef => ({
  source,
  of,
  version,
  ruleId,
  name,
});

/** No request once the service's key is read. */
export async function showAnswer(
  app: Pick<App, 'serviceKeys'>,
  clientId: string,
  { words, why, untilMs }: Answer,
  nowMs: number,
): Promise<AnswerView> {
  return {
    words,
    why: showWhy(why),
    until: untilMs === null ? null : rfc3339(untilMs),
    reference: await sealAnswer(app, clientId, { atMs: nowMs, rules: [why] }),
  };
}
