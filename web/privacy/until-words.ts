// Until when something is left on purpose: a day, or where there is none what ends it.
import { dateWords } from '#web/privacy/countdown.ts';
import type { Erasure } from '#web/privacy/erasures.ts';
import { t } from '#web/words/words.ts';

export function untilWords({ kind, until }: Erasure['kept'][number]): string {
  const words = t.privacy.erasures;
  if (until !== null) return words.until(dateWords(until));
  const known: Readonly<Partial<Record<string, string>>> = words.untilThen;
  return known[kind] ?? words.noEnd;
}
