// «Klart»: what was done, in a note that goes with the message. What is written is kept until it is said.
import { useRef, useState } from 'preact/hooks';
import { isAboutMessage, type Task } from '#web/api/types.ts';
import { conflictWords, finishing, refreshBoth } from '#web/attention/task-actions.ts';
import { changeTask } from '#web/attention/tasks.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { Field } from '#web/parts/field.tsx';
import { firstFocus } from '#web/parts/first-focus.ts';
import { session } from '#web/session/session.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function DoneDialog() {
  const task = finishing.value;
  return task ? <TheDialog key={task.id} task={task} /> : null;
}

function TheDialog({ task }: { task: Task }) {
  const words = t.attention;
  const draft = useDraft(`attention:${task.id}`, '');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const close = () => {
    finishing.value = undefined;
  };

  function refuse(text: string): void {
    setWrong(text);
    announce(text, 'urgent');
    refreshBoth();
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setWrong(undefined);
    const note = draft.value.value.trim();
    const outcome = await changeTask(task, task, { state: 'done', ...(note !== '' && { note }) });
    setBusy(false);
    if (outcome.kind !== 'ok') return refuse(conflictWords(outcome) ?? refusalWords(outcome));
    // Who was first stands, with that note; a text of one's own is not thrown away unseen.
    if (outcome.value.done?.by !== session.value.me?.userId && note !== '') return refuse(words.firstDone);
    draft.clear();
    announce(words.isDone);
    close();
  }

  return (
    <Dialog open title={words.doneTitle} onClose={close}>
      <form
        ref={form}
        class="form"
        onSubmit={(event) => void submit(event)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
        }}
      >
        {wrong && <Banner kind="urgent">{wrong}</Banner>}
        {isAboutMessage(task) ? (
          <Field label={words.note} name="done-note" hint={words.doneHint} optional>
            {(props) => (
              <textarea
                {...props}
                ref={firstFocus}
                rows={4}
                maxLength={1000}
                value={draft.value.value}
                onInput={(event) => {
                  draft.value.value = event.currentTarget.value;
                }}
              />
            )}
          </Field>
        ) : (
          <p>{words.doneMatter}</p>
        )}
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy} kbd="Ctrl+Enter">
            {words.done}
          </Button>
          <Button onPress={close}>{t.parts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
