// Who is signed in, as the app sees it: from the way back of the login pages to signing out, locking and being signed out.
import { type ReadonlySignal, signal } from '@preact/signals';
import { api, bindTokens } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Me } from '#web/api/types.ts';
import { type Config, readConfig } from '#web/session/config.ts';
import { beginSignIn, finishSignIn, renew, revoke, signOutUrl } from '#web/session/oauth.ts';
import { HeldTokens } from '#web/session/renewal.ts';
import {
  comeIn,
  mayRedirect,
  ownPath,
  rememberSignIn,
  stayOut,
  staysOut,
  takeSignIn,
  whyOut,
} from '#web/session/way-back.ts';

export interface Session {
  readonly state: 'starting' | 'in' | 'out' | 'locked';
  readonly me?: Me;
  /** `failed`: the login pages said no, or the service could not be asked. */
  readonly because?: 'signedOut' | 'idle' | 'expired' | 'failed';
}

const current = signal<Session>({ state: 'starting' });
export const session: ReadonlySignal<Session> = current;
export const channel = new BroadcastChannel('ao');

let config: Config | undefined;
let subject: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const held = new HeldTokens({
  renew: (refresh) => (config ? renew(config, refresh) : Promise.resolve({ kind: 'away' })),
  nowMs: () => Date.now(),
  over: () => {
    // The screen stays as it is, with what is written on it: it says that the person has to sign in again.
    current.value = { ...current.value, state: 'out', because: 'expired' };
  },
});

export const accessToken = (): Promise<string | undefined> => held.get();
/** Whose drafts and outbox these are; undefined before somebody is in. */
export const signedInSubject = (): string | undefined => subject;
export const settings = (): Config | undefined => config;

/** To the login pages, and back to this path. */
export async function signIn(returnTo = location.pathname): Promise<void> {
  if (!config) return;
  comeIn();
  const asked = { origin: location.origin, returnTo: ownPath(returnTo), nowMs: Date.now() };
  const { url, underWay } = await beginSignIn(config, asked);
  rememberSignIn(underWay);
  location.assign(url);
}

function renewInTime(): void {
  clearTimeout(timer);
  const { renewAtMs } = held;
  if (renewAtMs === undefined) return;
  const waitMs = Math.max(renewAtMs - Date.now(), 1_000);
  // Without network it is asked again: a token that was refused before ends the session, an absence does not.
  timer = setTimeout(
    () =>
      void held
        .get()
        .catch(() => undefined)
        .finally(renewInTime),
    waitMs,
  );
}

async function finish(own: Config): Promise<void> {
  const answer = new URL(location.href);
  const underWay = takeSignIn(Date.now());
  // Before anything is shown: the code stands in no history, and in nobody's view.
  history.replaceState(null, '', '/');
  if (!underWay || answer.searchParams.has('error')) {
    current.value = { state: 'out', because: 'failed' };
    return;
  }
  const tokens = await finishSignIn(own, underWay, answer);
  subject = tokens.subject;
  held.hold(tokens);
  history.replaceState(null, '', ownPath(underWay.returnTo));
  renewInTime();
  const me = await ask(api.GET('/v1/me'));
  current.value = me.kind === 'ok' ? { state: 'in', me: me.value } : { state: 'out', because: 'failed' };
}

/** Once, before anything is rendered. Never rejects: what went wrong is a state. */
export async function startSession(): Promise<void> {
  bindTokens(accessToken, () => held.refused());
  channel.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
    if (data.kind === 'signedOut') void leave('signedOut', 'heard');
    if (data.kind === 'locked') void leave('idle', 'heard');
  });
  try {
    config = await readConfig();
    const { searchParams } = new URL(location.href);
    if (searchParams.has('state') && (searchParams.has('code') || searchParams.has('error'))) await finish(config);
    else if (staysOut()) current.value = { state: whyOut() === 'idle' ? 'locked' : 'out', because: whyOut() };
    else if (mayRedirect(Date.now())) await signIn();
    else current.value = { state: 'out', because: 'failed' };
  } catch (error) {
    console.warn('sign-in failed', error instanceof Error ? error.name : '');
    current.value = { state: 'out', because: 'failed' };
  }
}

/**
 * What is shown is gone at once; then the refresh token, then the session of the login pages. Without network nothing
 * navigates, because a page that is left could not be opened again: `goOn` does the rest when it is back.
 */
async function leave(because: 'signedOut' | 'idle', how: 'here' | 'heard'): Promise<void> {
  const { refresh } = held;
  held.drop();
  clearTimeout(timer);
  stayOut(because);
  current.value = { state: because === 'idle' ? 'locked' : 'out', because };
  if (how === 'here') channel.postMessage({ kind: because === 'idle' ? 'locked' : 'signedOut' });
  if (!config) return;
  const reached = refresh === undefined || (await revoke(config, refresh));
  if (how === 'heard') return;
  if (reached && navigator.onLine) location.assign(signOutUrl(config, location.origin));
  else addEventListener('online', () => config && location.assign(signOutUrl(config, location.origin)), { once: true });
}

/** Whatever waits has been sent, or the person has said that it may wait here. */
export const signOut = (): Promise<void> => leave('signedOut', 'here');
export const lock = (): Promise<void> => leave('idle', 'here');
