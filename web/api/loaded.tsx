// What was read and how it went: grey lines first, the content, and after a failure the old content with its age.
import type { ComponentChild } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Cached } from '#web/api/cached.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { ageWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props<T> {
  of: Cached<T>;
  children: (value: T) => ComponentChild;
}

export function Loaded<T>({ of, children }: Props<T>) {
  useEffect(() => void of.refresh(), [of]);
  const value = of.value.value;
  const failure = of.failure.value;
  const ageMs = of.ageMs.value;
  return (
    <>
      {failure && (
        <Banner kind="warn">
          <p>{refusalWords(failure)}</p>
          {value !== undefined && ageMs !== null && <p>{t.parts.oldContent(ageWords(ageMs, t.parts))}</p>}
          <Button busy={of.state.value === 'loading'} onPress={() => void of.refresh()}>
            {t.parts.tryAgain}
          </Button>
        </Banner>
      )}
      {value !== undefined ? children(value) : !failure && <Skeleton />}
    </>
  );
}
