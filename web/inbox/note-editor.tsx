// The note on a message: shown, and written in place; what is being written is kept, and never goes over another's words unseen.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Message } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Field } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import { whenWords } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

const LONGEST = 4_000;

interface Writing {
  text: string;
  /** What stood there when the writing began. */
  base: string | null;
}

interface Props {
  inbox: Inbox;
  clientId: string;
  message: Message;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

export function NoteEditor({ inbox, clientId, message, isOpen, onOpen, onClose }: Props) {
  const words = t.inbox;
  const draft = useDraft<Writing | null>(`note:${clientId}:${message.id}`, null);
  const [failure, setFailure] = useState<Failure>();
  const [theirs, setTheirs] = useState<string | null>();
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const writing = draft.value.value;
  const isWriting = writing !== null;

  // Before the next key: whoever presses n goes on writing at once.
  useLayoutEffect(() => {
    if (!isOpen) return;
    if (draft.value.peek() === null) draft.value.value = { text: message.note ?? '', base: message.note };
    field.current?.focus();
  }, [isOpen, isWriting]);

  function end(): void {
    field.current?.closest<HTMLElement>('.message-pane')?.focus();
    draft.clear();
    setFailure(undefined);
    setTheirs(undefined);
    onClose();
  }

  /** @param base what may be written over: what stood there when the writing began, or what has been seen since. */
  async function save({ text, base }: Writing): Promise<void> {
    setBusy(true);
    const standing = await inbox.read(message.id);
    if (standing.kind === 'ok' && standing.value.note !== base) {
      setTheirs(standing.value.note);
      setBusy(false);
      return;
    }
    const note = text.trim() === '' ? null : text.trim();
    const outcome = standing.kind === 'ok' ? await inbox.note(standing.value, note) : standing;
    setBusy(false);
    if (outcome.kind !== 'ok') return setFailure(outcome);
    toast(note === null ? words.noteRemoved : words.noteSaved);
    end();
  }

  if (!writing)
    return message.note === null ? null : (
      <section class="message-part note" aria-labelledby="message-note">
        <h3 id="message-note">{words.noteLabel}</h3>
        <p class="message-text" dir="auto">
          {message.note}
        </p>
      </section>
    );
  return (
    <form
      class="message-part form"
      onFocusCapture={() => isOpen || onOpen()}
      onSubmit={(event) => {
        event.preventDefault();
        void save(writing);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save(writing);
      }}
    >
      {draft.restored.value !== null && (
        <p class="meta">{words.noteDraft(whenWords(draft.restored.value, serverNowMs(), language()))}</p>
      )}
      {failure && <Banner kind="urgent">{refusalWords(failure)}</Banner>}
      {theirs !== undefined && (
        <Banner kind="warn">
          <p>{words.noteConflict}</p>
          {theirs !== null && (
            <>
              <p class="meta">{words.noteTheirs}</p>
              <p class="message-text" dir="auto">
                {theirs}
              </p>
              <Button
                onPress={() => {
                  draft.value.value = { text: `${theirs}\n\n${writing.text}`, base: theirs };
                  setTheirs(undefined);
                }}
              >
                {words.noteJoin}
              </Button>
            </>
          )}
          <Button onPress={() => void save({ text: writing.text, base: theirs })}>{words.noteOverwrite}</Button>
        </Banner>
      )}
      <Field label={words.noteLabel} name="note" hint={words.noteHint}>
        {(props) => (
          <textarea
            {...props}
            ref={field}
            rows={4}
            maxLength={LONGEST}
            dir="auto"
            value={writing.text}
            onInput={(event) => {
              draft.value.value = { ...writing, text: event.currentTarget.value };
            }}
          />
        )}
      </Field>
      <p class="buttons">
        <Button kind="primary" type="submit" busy={busy}>
          {words.noteSave}
        </Button>
        <Button onPress={end}>{draft.restored.value === null ? t.parts.cancel : words.noteDiscard}</Button>
      </p>
    </form>
  );
}
