// The windows of this browser, each with a name of its own: what one was writing is another's only when that one is gone.
const NAME = 'ao.tab';
const lockOf = (name: string): string => `ao-tab-${name}`;

let own = '';
/** A random one, that lasts over reloads. */
export const tabName = (): string => own;

/** Held until the page is gone. */
const hold = (name: string): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request(lockOf(name), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
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
