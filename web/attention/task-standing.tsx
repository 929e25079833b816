// Who looks after the task, or has been done with it, and what one can do about that.
import type { Task } from '#web/api/types.ts';
import { finish, isMine, mayFinish, release, reopen, take } from '#web/attention/task-actions.ts';
import { Button } from '#web/parts/button.tsx';
import { session } from '#web/session/session.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

/** Nobody had to do anything: a late receipt closed it. */
const BY_RECEIPT = 'receipt';

const said = (at: string): string => whenWords(at, Date.now(), language());

export function TaskStanding({ task }: { task: Task }) {
  const words = t.attention;
  if (task.done) return <Done task={task} done={task.done} />;
  const { claimed } = task;
  return (
    <div class="stack">
      {claimed && (
        <p class="standing">{isMine(task) ? words.mine(said(claimed.at)) : words.colleagues(said(claimed.at))}</p>
      )}
      <div class="actions">
        {!isMine(task) && mayFinish(task) && (
          <Button kind="primary" kbd="c" onPress={() => void take(task)}>
            {claimed ? words.takeOver : words.take}
          </Button>
        )}
        {mayFinish(task) && (
          <Button kind={isMine(task) ? 'primary' : 'plain'} kbd="d" onPress={() => finish(task)}>
            {words.done}
          </Button>
        )}
        {isMine(task) && <Button onPress={() => void release(task)}>{words.release}</Button>}
      </div>
    </div>
  );
}

function Done({ task, done }: { task: Task; done: NonNullable<Task['done']> }) {
  const words = t.attention;
  const isOwn = done.by === session.value.me?.userId;
  const by = done.by === BY_RECEIPT ? words.doneByItself : isOwn ? words.doneByMe : words.doneByColleague;
  return (
    <div class="stack">
      <p class="standing">{by(said(done.at))}</p>
      {done.note && <p class="read">{done.note}</p>}
      <div class="actions">
        <Button onPress={() => void reopen(task)}>{words.reopen}</Button>
      </div>
    </div>
  );
}
