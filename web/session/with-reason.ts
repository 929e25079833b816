// What is old or protected opens for a reason: asked for once, told to the service, and remembered until one signs out.
import { effect, signal } from '@preact/signals';
import type { Outcome } from '#web/api/outcome.ts';
import type { Query } from '#web/api/types.ts';
import { session } from '#web/session/session.ts';

export type Why = NonNullable<NonNullable<Query<'getMessage'>>['why']>;

/** Somebody is to say why; undefined: they let it be. The frame shows it. */
export const whyAsked = signal<{ answer: (why: Why | undefined) => void } | undefined>(undefined);

const given = new Map<string, Why>();
/** What is read again and again by itself is not asked about again and again. */
const declined = new Set<string>();
effect(() => {
  if (session.value.me) return;
  given.clear();
  declined.clear();
});

function askWhy(): Promise<Why | undefined> {
  whyAsked.peek()?.answer(undefined);
  return new Promise((resolve) => {
    whyAsked.value = {
      answer: (why) => {
        whyAsked.value = undefined;
        resolve(why);
      },
    };
  });
}

/**
 * Asks the service, and where it wants a reason the person, and then once more.
 * @param of what is opened: a reason holds for it alone, also when it is read again.
 * @param polled what exactly, where it is read again by itself: whoever let that be is not asked again.
 */
export async function withReason<T>(
  of: string,
  call: (reason: { why?: Why }) => Promise<Outcome<T>>,
  polled?: string,
): Promise<Outcome<T>> {
  const known = given.get(of);
  const outcome = await call(known ? { why: known } : {});
  if (outcome.kind !== 'problem' || outcome.code !== 'reason-required') return outcome;
  if (polled !== undefined && declined.has(polled)) return outcome;
  const why = await askWhy();
  if (why === undefined) {
    if (polled !== undefined) declined.add(polled);
    return outcome;
  }
  given.set(of, why);
  return call({ why });
}
