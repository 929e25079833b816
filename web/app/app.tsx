// The whole app: whoever is signed in sees the frame and its pages, everybody else the way in.
import { ErrorBoundary, LocationProvider } from 'preact-iso';
import { Failed } from '#web/app/failed.tsx';
import { Frame } from '#web/app/frame.tsx';
import { Routes } from '#web/app/routes.tsx';
import { LiveRegions } from '#web/parts/announce.tsx';
import { Toasts } from '#web/parts/toast.tsx';
import { Expired, StillThere } from '#web/session/over-the-page.tsx';
import { session, signOut } from '#web/session/session.ts';
import { SignedOut } from '#web/session/signed-out.tsx';
import { t } from '#web/words/words.ts';

function Inside() {
  const { state, me, because } = session.value;
  if (state === 'starting') return <p class="starting">{t.frame.starting}</p>;
  // Whose session has ended keeps the page, and what is written on it.
  if (!me) return <SignedOut because={because} />;
  return (
    <>
      <Frame me={me} onSignOut={() => void signOut()}>
        <Failed>
          <ErrorBoundary>
            <Routes />
          </ErrorBoundary>
        </Failed>
      </Frame>
      <StillThere />
      <Expired />
    </>
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
