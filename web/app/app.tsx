// The whole app: whoever is signed in sees the frame and its pages, everybody else the way in.
import { ErrorBoundary, LocationProvider } from 'preact-iso';
import { Failed } from '#web/app/failed.tsx';
import { Frame } from '#web/app/frame.tsx';
import { mayOpen } from '#web/app/places.ts';
import { Routes } from '#web/app/routes.tsx';
import { AttentionCount } from '#web/attention/attention-count.ts';
import { LiveRegions } from '#web/parts/announce.tsx';
import { Toasts } from '#web/parts/toast.tsx';
import { session, signOut } from '#web/session/session.ts';
import { SignedOut } from '#web/session/signed-out.tsx';
import { t } from '#web/words/words.ts';

function Inside() {
  const { state, me } = session.value;
  if (state === 'starting') return <p class="starting">{t.frame.starting}</p>;
  if (state !== 'in' || !me) return <SignedOut />;
  return (
    <Frame me={me} onSignOut={() => void signOut()}>
      {mayOpen(me, 'attention') && <AttentionCount />}
      <Failed>
        <ErrorBoundary>
          <Routes />
        </ErrorBoundary>
      </Failed>
    </Frame>
  );
}

export function App() {
  return (
    <LocationProvider>
      <LiveRegions />
      <Toasts />
      <Inside />
    </LocationProvider>
  );
}
