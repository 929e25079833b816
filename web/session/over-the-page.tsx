// What lies over the page while somebody is in: the question whether anybody is there, and the end of the session.
import { useEffect } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { attendance } from '#web/session/attendance.ts';
import { session, signIn } from '#web/session/session.ts';
import { t } from '#web/words/words.ts';

/** Any key and any movement are an answer: the button is for whoever wants one. */
export function StillThere() {
  const warned = attendance.value === 'warned';
  const words = t.session;
  useEffect(() => {
    if (warned) announce(words.willLock, 'urgent');
  }, [warned]);
  return (
    <Dialog open={warned} title={words.stillThere} onClose={() => undefined} mustAnswer>
      <p>{words.willLock}</p>
      <div class="buttons">
        <Button kind="primary">{words.iAmHere}</Button>
      </div>
    </Dialog>
  );
}

/** The page is still there under it, and all that is written on it. */
export function Expired() {
  const expired = session.value.state === 'out';
  const words = t.session;
  useEffect(() => {
    if (expired) announce(words.why.expired, 'urgent');
  }, [expired]);
  return (
    <Dialog open={expired} title={words.titles.expired} onClose={() => undefined} mustAnswer>
      <p>{words.why.expired}</p>
      <div class="buttons">
        <Button kind="primary" onPress={() => void signIn()}>
          {words.button.expired}
        </Button>
      </div>
    </Dialog>
  );
}
