// The page of somebody who is not signed in: why, what waits here, and the one button.
import { useEffect, useState } from 'preact/hooks';
import { waitingHere } from '#web/kept/own-store.ts';
import { Button } from '#web/parts/button.tsx';
import { Page, place } from '#web/parts/page.tsx';
import { type Session, signIn, signOut } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

function useWaitingHere(): number {
  const [count, setCount] = useState(0);
  useEffect(() => void waitingHere().then(setCount), []);
  return count;
}

export function SignedOut({ because = 'failed' }: { because?: Session['because'] }) {
  const waiting = useWaitingHere();
  const [busy, setBusy] = useState(false);
  const words = t.session;
  const refused = because === 'refused';
  const press = () => {
    setBusy(true);
    void (refused ? signOut() : signIn());
  };
  return (
    <main class="alone" id="content">
      <p class="quiet">{place.value.service}</p>
      <Page title={words.titles[because]}>
        <p>{words.why[because]}</p>
        {waiting > 0 && <p>{words.waits(waiting)}</p>}
        <p>
          <Button kind="primary" busy={busy} onPress={press}>
            {words.button[because]}
          </Button>
        </p>
      </Page>
    </main>
  );
}
