// From what came of a call to a sentence, and from a pointer of the API to the name of its field.
import type { components } from '#web/api/schema.d.ts';
import { t } from '#web/words/words.ts';

export type ProblemCode = components['schemas']['Problem']['code'];

export type Away = 'offline' | 'timeout' | 'server' | 'throttled' | 'aborted';

export type Refusal = { kind: 'problem'; code: ProblemCode } | { kind: 'away'; why: Away } | { kind: 'signedOut' };

/** A new code of the API does not compile until both languages have its sentence. */
const sentences = (): Record<ProblemCode, string> => t.problems;

export function refusalWords(refusal: Refusal): string {
  if (refusal.kind === 'signedOut') return t.problems.signedOut;
  if (refusal.kind === 'away') return t.problems.away[refusal.why];
  return sentences()[refusal.code] ?? t.problems.internal;
}

/** `/phones/0/number` → "Nummer": the last step that is a name; an unknown one has the general word. */
export function fieldWord(pointer: string): string {
  const steps = pointer.split('/').filter((step) => step !== '' && !/^\d+$/.test(step));
  const known: Readonly<Record<string, string>> = t.fields;
  for (const step of steps.reverse()) if (Object.hasOwn(known, step)) return known[step] ?? t.fields.other;
  return t.fields.other;
}
