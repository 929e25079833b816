// A message that is not there any more: when it was erased and why, or that it is not here.

import { monthsKept } from '#web/inbox/erased-at.ts';
import type { Gone as WhyGone } from '#web/inbox/known.ts';
import { Empty } from '#web/parts/empty.tsx';
import { dayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

function erasedWords(id: string, erasedAt: string, because: string | undefined): string {
  const day = dayWords(erasedAt, language());
  if (because === 'time') return t.inbox.erasedByTime(day, monthsKept(id, erasedAt));
  return because === 'request' ? t.inbox.erasedByRequest(day) : t.inbox.erasedOn(day);
}

export function Gone({ id, gone }: { id: string; gone: WhyGone }) {
  const words = t.inbox;
  if (gone.kind === 'elsewhere')
    return (
      <Empty title={words.elsewhereTitle}>
        <p>{words.elsewhere}</p>
      </Empty>
    );
  return (
    <Empty title={words.erasedTitle}>
      <p>{gone.erasedAt ? erasedWords(id, gone.erasedAt, gone.because) : t.problems.erased}</p>
    </Empty>
  );
}
