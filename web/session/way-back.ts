// What outlives the way to the login pages and back, in sessionStorage; and what keeps it from going in circles.
import type { SignInUnderWay } from '#web/session/oauth.ts';

const UNDER_WAY = 'ao.signIn';
const OUT = 'ao.out';
const BACK = 'ao.back';
const LAST = 'ao.lastRedirect';
const LOGIN = 'ao.login';
const LIFE_MS = 10 * 60_000;
const CIRCLE_MS = 10_000;

export function rememberSignIn(underWay: SignInUnderWay): void {
  sessionStorage.setItem(UNDER_WAY, JSON.stringify(underWay));
}

/** Once: an answer that comes twice belongs to nothing. */
export function takeSignIn(nowMs: number): SignInUnderWay | undefined {
  const text = sessionStorage.getItem(UNDER_WAY);
  sessionStorage.removeItem(UNDER_WAY);
  if (text === null) return undefined;
  const underWay = JSON.parse(text) as SignInUnderWay;
  return nowMs - underWay.begunAtMs < LIFE_MS ? underWay : undefined;
}

/** A path of our own, and nothing that leads elsewhere. */
export const ownPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/';

/** Who signed out, or was locked out, is not sent to the login pages before a button is pressed. */
export const staysOut = (): boolean => sessionStorage.getItem(OUT) !== null;
export const whyOut = (): 'signedOut' | 'idle' => (sessionStorage.getItem(OUT) === 'idle' ? 'idle' : 'signedOut');
export const comeIn = (): void => sessionStorage.removeItem(OUT);

export function stayOut(because: 'signedOut' | 'idle'): void {
  sessionStorage.setItem(OUT, because);
  sessionStorage.removeItem(BACK);
}

/** Where a locked screen was. */
export const keepWayBack = (path: string): void => sessionStorage.setItem(BACK, path);

/** Once. */
export function takeWayBack(): string | undefined {
  const path = sessionStorage.getItem(BACK) ?? undefined;
  sessionStorage.removeItem(BACK);
  return path;
}

/**
 * For all windows and over a reload: somebody has left, and the session of the login pages is not ended yet. Whoever comes
 * now would be let in unseen. A browser that refuses storage forgets it with the page.
 */
export function noteLogin(lasts: boolean): void {
  try {
    if (lasts) localStorage.setItem(LOGIN, 'lasts');
    else localStorage.removeItem(LOGIN);
  } catch {
    lastsHere = lasts;
  }
}

export function loginLasts(): boolean {
  try {
    return localStorage.getItem(LOGIN) !== null;
  } catch {
    return lastsHere;
  }
}

let lastsHere = false;

/** At most one redirect of its own accord in ten seconds, unless it has led to somebody who is in. */
export function mayRedirect(nowMs: number): boolean {
  const last = Number(sessionStorage.getItem(LAST) ?? 0);
  if (nowMs - last < CIRCLE_MS) return false;
  sessionStorage.setItem(LAST, String(nowMs));
  return true;
}

export const cameIn = (): void => sessionStorage.removeItem(LAST);
