// What is still on its way: nothing for 150 ms, then grey lines, and after two seconds a word that it takes long.
import { useEffect, useState } from 'preact/hooks';
import { t } from '#web/words/words.ts';

export function Skeleton({ lines = 3 }: { lines?: number }) {
  const [waited, setWaited] = useState<'no' | 'some' | 'long'>('no');
  useEffect(() => {
    const some = setTimeout(() => setWaited('some'), 150);
    const long = setTimeout(() => setWaited('long'), 2_000);
    return () => {
      clearTimeout(some);
      clearTimeout(long);
    };
  }, []);
  if (waited === 'no') return null;
  return (
    <div class="skeleton">
      <p class={waited === 'long' ? 'quiet' : 'unseen'}>{waited === 'long' ? t.parts.slow : t.parts.loading}</p>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" aria-hidden="true" />
      ))}
    </div>
  );
}
