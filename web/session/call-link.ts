// The number of a call that a switchboard opens the desk with: taken out of the address before anything is shown.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface CallLink {
  /** The number that was called. */
  readonly number: string;
  /** The caller's. */
  readonly from?: string;
}

const current = signal<CallLink | undefined>(undefined);
/** A call that the desk has not taken yet. */
export const callLink: ReadonlySignal<CallLink | undefined> = current;

const asNumber = (text: string | null): string | undefined =>
  text !== null && /^\+?[\d\s()/-]{3,32}$/.test(text) ? text : undefined;

/** Pure. `#nummer=0846500410&fran=0701740630`; undefined for every other fragment. */
export function readCallLink(fragment: string): CallLink | undefined {
  // A plus is a plus here, whoever writes the link, and no blank.
  const asked = new URLSearchParams(fragment.replace(/^#/, '').replaceAll('+', '%2B'));
  const [number, from] = [asNumber(asked.get('nummer')), asNumber(asked.get('fran'))];
  return number === undefined ? undefined : { number, ...(from !== undefined && { from }) };
}

/** Once: the next look finds nothing before the next call. */
export function takeCallLink(): CallLink | undefined {
  const link = current.peek();
  current.value = undefined;
  return link;
}

/** What came back from the login pages, or could not be taken yet. */
export const putCallLink = (link: CallLink): void => {
  current.value = link;
};

function takeFromAddress(): void {
  const link = readCallLink(location.hash);
  if (!link) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  current.value = link;
}

/** Before anything is rendered. */
export function followCallLinks(): void {
  takeFromAddress();
  addEventListener('hashchange', takeFromAddress);
}
