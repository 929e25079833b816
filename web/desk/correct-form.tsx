// A correction: the whole of what was said, mended, sent through the outbox; what is begun is kept as a draft.
import { useMemo, useRef, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import type { Message } from '#web/api/types.ts';
import type { Correction } from '#web/desk/correction.ts';
import { correctionBody, correctionOf, faultsOf } from '#web/desk/correction-body.ts';
import { CorrectionFields } from '#web/desk/correction-fields.tsx';
import { oneMessage } from '#web/desk/one-message.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { type OutboxItem, outbox } from '#web/kept/outbox.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary, type FieldError } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { When } from '#web/parts/when.tsx';
import { clockWords } from '#web/words/dates.ts';
import { type ProblemCode, refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

/** So long the dialog waits for the service before it leaves the rest to the outbox. */
const PATIENCE_MS = 1_200;
const patience = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));

interface Props {
  clientId: string;
  messageId: string;
  /** The message, where it is at hand: then it can be corrected while the service is away. */
  message?: Message | undefined;
  onClose: () => void;
}

/** Open as long as it is rendered. */
export function CorrectForm({ clientId, messageId, message, onClose }: Props) {
  const read = useMemo(() => oneMessage(clientId, messageId), [clientId, messageId]);
  return (
    <Dialog open title={t.callAfter.correct.title} onClose={onClose}>
      {message ? (
        <TheForm message={message} onClose={onClose} />
      ) : (
        <Loaded of={read}>{(found) => <TheForm message={found} onClose={onClose} />}</Loaded>
      )}
    </Dialog>
  );
}

function TheForm({ message, onClose }: { message: Message; onClose: () => void }) {
  const words = t.callAfter.correct;
  const draft = useDraft<Correction | null>(`correct:${message.id}`, null);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const shown = draft.value.value ?? correctionOf(message);
  const restoredMs = draft.restored.value;
  const form = useRef<HTMLFormElement>(null);

  function settle(item: OutboxItem | undefined): void {
    setBusy(false);
    if (item?.state === 'refused') {
      void outbox.forget(item.id);
      const text = refusalWords({ kind: 'problem', code: item.problem as ProblemCode });
      setRefused(text);
      announce(text, 'urgent');
      return;
    }
    draft.clear();
    announce(item?.state === 'sent' ? words.sent : words.waiting);
    onClose();
  }

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const faults = faultsOf(shown);
    const text = { matter: words.nothing, email: words.email };
    setErrors(faults.map((name) => ({ id: fieldId(`correct-${name}`), text: text[name] })));
    if (faults.length > 0) return;
    setBusy(true);
    setRefused(undefined);
    const item = await outbox.add({
      route: 'correctMessage',
      clientId: message.clientId,
      messageId: message.id,
      body: correctionBody(shown),
      label: words.label,
    });
    settle(await Promise.race([outbox.settled(item.id), patience()]));
  }

  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        form.current?.requestSubmit();
      }}
      noValidate
    >
      <ErrorSummary errors={errors} />
      {refused && <Banner kind="urgent">{refused}</Banner>}
      <p class="quiet">
        {words.taken('')}
        <When at={message.takenAt} />. {words.hint}
      </p>
      {restoredMs !== null && (
        <Banner kind="info">
          <p>{words.restored(clockWords(restoredMs, language()))}</p>
          <Button onPress={() => draft.clear()}>{words.anew}</Button>
        </Banner>
      )}
      <CorrectionFields
        value={shown}
        errorOf={(name) => errors.find(({ id }) => id === fieldId(`correct-${name}`))?.text}
        onChange={(next) => {
          draft.value.value = next;
        }}
      />
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy} kbd="Ctrl+Enter">
          {words.send}
        </Button>
        <Button onPress={onClose}>{t.parts.cancel}</Button>
      </div>
    </form>
  );
}
