// Ends with npm: an `npm start` that is killed takes the runner with it, and leaves no port taken.
import { readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 1000;

/**
 * Only under npm, whose script is a child of a shell which is a child of npm. Without it the runner may well have been
 * put into the background by a shell that ended since, and is to live on.
 */
export function endWithNpm(end: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const atStart = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === atStart) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY_MS);
  timer.unref();
}

const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;

/** undefined where there is no /proc: then the shell alone is looked at. */
function parentOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}
