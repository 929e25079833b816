// The windows of this browser, each with a name of its own: what one was writing is another's only when that one is gone.
const NAME = 'ao.tab';
const lockOf = (name: string): string => `ao-tab-${name}`;

let own = '';
/** A random one, that lasts over reloads. */
export const tabName = (): string => own;

/** A page that is loaded anew may be there before the old one has let go of the name. */
const PATIENCE_MS = 1_000;

/** Held until the page is gone. */
const hold = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    const held = (): Promise<void> => {
      resolve(true);
      return new Promise(() => undefined);
    };
    navigator.locks
      .request(lockOf(name), { signal: AbortSignal.timeout(PATIENCE_MS) }, held)
      .catch(() => resolve(false));
  });

/** A window that was doubled brings the other one's name along: it gets a new one. */
async function findName(): Promise<void> {
  const before = sessionStorage.getItem(NAME);
  own = before !== null && (await hold(before)) ? before : crypto.randomUUID();
  if (own !== before) await hold(own);
  sessionStorage.setItem(NAME, own);
}

let naming: Promise<void> | undefined;
/** At start: a window that shows the lock is not gone. */
export function nameTab(): Promise<void> {
  naming ??= findName();
  return naming;
}

/** Done by one window alone, and only where no window has that name any more. */
export const whenGone = (name: string, work: () => Promise<void>): Promise<void> =>
  navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => (lock ? work() : undefined));
