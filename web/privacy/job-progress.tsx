// How far work is that the service does by itself: asked for again while it lasts, and said when it has ended.
import { useEffect, useRef } from 'preact/hooks';
import { usePoll } from '#web/api/poll.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { language, t } from '#web/words/words.ts';

interface Progress {
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** null where nobody counts. */
  readonly done: number | null;
  readonly total?: number | null | undefined;
}

const isUnderWay = ({ state }: Progress): boolean => state === 'waiting' || state === 'running';

interface Props {
  of: Progress;
  /** "Söker efter personen" */
  label: string;
  /** Said when it is done. */
  ended: string;
  refresh: () => Promise<unknown>;
}

function Asking({ refresh }: Pick<Props, 'refresh'>): null {
  usePoll(refresh, { activeMs: 1_500, idleMs: 5_000 });
  return null;
}

export function JobProgress({ of, label, ended, refresh }: Props) {
  const words = t.privacy;
  const before = useRef(isUnderWay(of));
  const underWay = isUnderWay(of);
  useEffect(() => {
    if (before.current && !underWay) announce(of.state === 'done' ? ended : words.stopped);
    before.current = underWay;
  }, [underWay]);
  if (of.state === 'done') return null;
  if (of.state === 'failed') return <Banner kind="urgent">{words.stopped}</Banner>;
  const count = (value: number) => value.toLocaleString(language());
  const { done } = of;
  const known = of.total ?? undefined;
  return (
    <div class="job">
      <Asking refresh={refresh} />
      <p>{label}</p>
      <progress
        aria-label={label}
        max={known === 0 ? 1 : known}
        value={known === undefined ? undefined : (done ?? undefined)}
      />
      {done !== null && (
        <p class="meta">
          {of.state === 'waiting'
            ? words.waiting
            : known === undefined
              ? words.workedSoFar(count(done))
              : words.worked(count(done), count(known))}
        </p>
      )}
    </div>
  );
}
