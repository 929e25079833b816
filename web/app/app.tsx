// The whole app: whoever is signed in sees the frame and its pages, everybody else the way in.
import { ErrorBoundary, LocationProvider } from 'preact-iso';
import type { Me } from '#web/api/types.ts';
import { Failed } from '#web/app/failed.tsx';
import { Frame } from '#web/app/frame.tsx';
import { mayOpen, startOf } from '#web/app/places.ts';
import { Routes } from '#web/app/routes.tsx';
import { askToSignOut } from '#web/app/sign-out.ts';
import { AttentionCount } from '#web/attention/attention-count.ts';
import { LiveRegions } from '#web/parts/announce.tsx';
import { Toasts } from '#web/parts/toast.tsx';
import { Expired, StillThere } from '#web/session/over-the-page.tsx';
import { session } from '#web/session/session.ts';
import { SignedOut } from '#web/session/signed-out.tsx';
import { t } from '#web/words/words.ts';

/** Whoever comes in by `/` is at their door at once: that is no navigation, and moves no focus. */
function goToDoor(me: Me): void {
  const start = startOf(me);
  if (location.pathname === '/' && start !== undefined) history.replaceState(null, '', start);
}

function Inside({ me }: { me: Me }) {
  return (
    <LocationProvider>
      <Frame me={me} onSignOut={() => void askToSignOut()}>
        {mayOpen(me, 'attention') && <AttentionCount />}
        <Failed>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </Failed>
      </Frame>
      <StillThere />
      <Expired />
    </LocationProvider>
  );
}

function Shown() {
  const { state, me, because } = session.value;
  if (state === 'starting') return <p class="starting">{t.frame.starting}</p>;
  // Whose session has ended keeps the page, and what is written on it.
  if (!me) return <SignedOut because={because} />;
  if (state === 'in') goToDoor(me);
  return <Inside me={me} />;
}

export function App() {
  return (
    <>
      <LiveRegions />
      <Toasts />
      <Shown />
    </>
  );
}
