// Who is signed in, as the app sees it: from the way back of the login pages to signing out, locking and being signed out.
import { type ReadonlySignal, signal } from '@preact/signals';
import { forgetCached } from '#web/api/cached.ts';
import { api, bindTokens } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Me } from '#web/api/types.ts';
import { sealDrafts } from '#web/kept/drafts.ts';
import { openOutbox, outboxEmpty } from '#web/kept/outbox.ts';
import { openOwnStore, purgeInTime } from '#web/kept/own-store.ts';
import { hush } from '#web/parts/announce.tsx';
import { place } from '#web/parts/page.tsx';
import { hideToast } from '#web/parts/toast.tsx';
import { endAttendance, watchAttendance } from '#web/session/attendance.ts';
import { callLink, putCallLink } from '#web/session/call-link.ts';
import { keepCall, takeCall } from '#web/session/call-on-the-way.ts';
import { type Config, readConfig } from '#web/session/config.ts';
import { endLogin, forget, go, revokeInTheEnd } from '#web/session/leaving.ts';
import { beginSignIn, finishSignIn, renew, signOutUrl } from '#web/session/oauth.ts';
import { HeldTokens } from '#web/session/renewal.ts';
import {
  cameIn,
  comeIn,
  keepWayBack,
  loginLasts,
  mayRedirect,
  noteLogin,
  ownPath,
  rememberSignIn,
  stayOut,
  staysOut,
  takeSignIn,
  takeWayBack,
  whyOut,
} from '#web/session/way-back.ts';

export interface Session {
  readonly state: 'starting' | 'in' | 'out' | 'locked';
  readonly me?: Me;
  /**
   * `expired`: with `me`, for what was written stays on the screen. `failed`: the login pages said no, or the service
   * could not be asked. `refused`: signed in, and nobody whom the service knows.
   */
  readonly because?: 'signedOut' | 'idle' | 'expired' | 'failed' | 'refused';
}

/** A locked screen lets what waits go out for so long. */
const GOES_ON_MS = 10 * 60_000;

const current = signal<Session>({ state: 'starting' });
export const session: ReadonlySignal<Session> = current;
const channel = new BroadcastChannel('ao');

let config: Config | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let hasLeft = false;

const held = new HeldTokens({
  renew: (refresh) => (config ? renew(config, refresh) : Promise.resolve({ kind: 'away' })),
  nowMs: () => Date.now(),
  // Somebody may still go away from what stands on the page: the watch goes on.
  over: () => {
    current.value = { ...current.peek(), state: 'out', because: 'expired' };
  },
});

/** To the login pages, and back to where the person was. */
export async function signIn(): Promise<void> {
  if (!config) return location.reload();
  await sealDrafts();
  const wayBack = takeWayBack();
  const returnTo = ownPath(location.pathname === '/' ? wayBack : location.pathname + location.search);
  comeIn();
  const call = callLink.peek();
  if (call) await keepCall(call);
  if (loginLasts()) {
    noteLogin(false);
    keepWayBack(returnTo);
    return go(signOutUrl(config, location.origin));
  }
  const asked = { origin: location.origin, nowMs: Date.now(), returnTo };
  const { url, underWay } = await beginSignIn(config, asked);
  rememberSignIn(underWay);
  go(url);
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
  const call = underWay && (await takeCall());
  if (call) putCallLink(call);
  if (!underWay || answer.searchParams.has('error')) {
    current.value = { state: 'out', because: 'failed' };
    return;
  }
  const tokens = await finishSignIn(own, underWay, answer);
  held.hold(tokens);
  history.replaceState(null, '', ownPath(underWay.returnTo));
  renewInTime();
  const [me] = await Promise.all([
    ask(api.GET('/v1/me')),
    tokens.subject === undefined ? undefined : openOwnStore(tokens.subject),
  ]);
  if (me.kind !== 'ok') {
    current.value = { state: 'out', because: me.kind === 'problem' ? 'refused' : 'failed' };
    return;
  }
  cameIn();
  watchAttendance(own.idleMinutes[me.value.door], channel, () => void leave('idle', 'here'));
  current.value = { state: 'in', me: me.value };
  void openOutbox();
}

/** Never rejects: what went wrong is a state. */
export async function startSession(): Promise<void> {
  bindTokens(
    () => held.get(),
    (token) => held.refused(token),
  );
  channel.addEventListener('message', ({ data }: MessageEvent<{ kind: string }>) => {
    if (data.kind === 'signedOut') void leave('signedOut', 'heard');
    if (data.kind === 'locked') void leave('idle', 'heard');
  });
  try {
    config = await readConfig();
    purgeInTime();
    place.value = { service: config.serviceName };
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
 * What is shown is gone at once; then the refresh token, then the session of the login pages. While the service is away
 * nothing navigates, because a page that is left could not be opened again: it is asked until it answers.
 */
async function leave(because: 'signedOut' | 'idle', how: 'here' | 'heard'): Promise<void> {
  if (hasLeft) return;
  hasLeft = true;
  const left = current.peek();
  clearTimeout(timer);
  endAttendance();
  stayOut(because);
  if (because === 'idle') keepWayBack(location.pathname + location.search);
  const sealed = sealDrafts();
  current.value = { state: because === 'idle' ? 'locked' : 'out', because };
  place.value = { service: config?.serviceName ?? '' };
  forgetCached();
  hush();
  hideToast();
  if (how === 'here') {
    noteLogin(true);
    channel.postMessage({ kind: because === 'idle' ? 'locked' : 'signedOut' });
  }
  if (because === 'idle' && left.state === 'in') await outboxEmpty(GOES_ON_MS);
  const { refresh } = held;
  held.drop();
  await sealed;
  await forget(because);
  if (!config) return;
  if (refresh !== undefined) await revokeInTheEnd(config, refresh);
  if (how === 'here') await endLogin(config);
}

/** Whatever waits has been sent, or the person has said that it may wait here. */
export const signOut = (): Promise<void> => leave('signedOut', 'here');
