// A notice as it is written or changed: its words, and the day that it ends with.
import { useState } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import type { Failure } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { errorOf, errorsAt } from '#web/client/field-errors.ts';
import { TextField } from '#web/client/inputs.tsx';
import type { Noted } from '#web/client/notice-calls.ts';
import { endOfDay } from '#web/client/stockholm-days.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { ErrorSummary, type FieldError } from '#web/parts/error-summary.tsx';
import { Field } from '#web/parts/field.tsx';
import { addDays } from '#web/parts/month-days.ts';
import { isoDay } from '#web/words/dates.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const LONGEST_DAYS = 30;

interface Typed {
  text: string | null;
  /** A date; null: as long as one may stand. */
  until: string | null;
}

interface FormProps {
  id: string;
  start: Typed;
  label: string;
  button: string;
  send: (typed: { text: string; until?: string }, key: string) => Promise<Noted>;
  onSent: () => void;
  onLeave?: () => void;
}

export function NoticeForm({ id, start, label, button, send, onSent, onLeave }: FormProps) {
  const draft = useDraft<Typed | null>(id, null);
  const [key, setKey] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const typed = draft.value.value ?? start;
  const today = isoDay(serverNowMs());
  /** Another text is another notice: the same key would bring the first one back. */
  const change = (part: Partial<Typed>) => {
    draft.value.value = { ...typed, ...part };
    setKey(newKey());
  };

  async function submit(): Promise<void> {
    if (busy) return;
    setBusy(true);
    // The day that it had is not sent again: its hour may be another.
    const until = typed.until !== null && typed.until !== start.until ? { until: endOfDay(typed.until) } : {};
    const came = await send({ text: typed.text ?? '', ...until }, key);
    setBusy(false);
    setFailure(came.kind === 'ok' ? undefined : came);
    setErrors(came.kind === 'ok' ? [] : errorsAt(came, {}));
    if (came.kind !== 'ok') return;
    draft.clear();
    setKey(newKey());
    onSent();
  }

  return (
    <form
      class="form notice-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {failure && errors.length === 0 && (
        <Banner kind="urgent">
          <p role="alert">{refusalWords(failure)}</p>
        </Banner>
      )}
      <ErrorSummary errors={errors} />
      <TextField
        at="/text"
        errors={errors}
        label={label}
        lines={2}
        value={typed.text}
        onChange={(text) => change({ text })}
      />
      <Field
        label={t.client.noticeUntil}
        name="/until"
        hint={t.client.noticeUntilHint}
        error={errorOf(errors, '/until')}
        optional
      >
        {(props) => (
          <input
            {...props}
            type="date"
            min={today}
            max={addDays(today, LONGEST_DAYS - 1)}
            value={typed.until ?? ''}
            onInput={(event) => change({ until: event.currentTarget.value || null })}
          />
        )}
      </Field>
      <div class="actions">
        <Button type="submit" kind="primary" busy={busy}>
          {button}
        </Button>
        {onLeave && (
          <Button
            kind="quiet"
            onPress={() => {
              draft.clear();
              onLeave();
            }}
          >
            {t.parts.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
