// A form of the privacy desk, and its fields: each tied to a place in the body that is sent.
import type { ComponentChildren } from 'preact';
import type { Draft } from '#web/kept/drafts.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { Field } from '#web/parts/field.tsx';
import type { Sending } from '#web/privacy/sending.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface FormProps {
  sending: Sending;
  submit: string;
  kind?: 'primary' | 'danger';
  onSubmit: () => void;
  /** Beside the button that sends. */
  beside?: ComponentChildren;
  children?: ComponentChildren;
}

export function Form({ sending, submit, kind = 'primary', onSubmit, beside, children }: FormProps) {
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.busy) onSubmit();
      }}
    >
      {sending.whole !== undefined && <Banner kind="urgent">{sending.whole}</Banner>}
      <ErrorSummary errors={sending.errors} />
      {children}
      <div class="actions">
        <Button type="submit" kind={kind} busy={sending.busy}>
          {submit}
        </Button>
        {beside}
      </div>
    </form>
  );
}

/** Says that the form holds what was written before, since when, and lets it be thrown away. */
export function DraftBanner({ of }: { of: Pick<Draft<unknown>, 'restored' | 'clear'> }) {
  const writtenAtMs = of.restored.value;
  return writtenAtMs === null ? null : (
    <Banner kind="info">
      <p>
        {whenWords(writtenAtMs, Date.now(), language())}: {t.privacy.draftKept}
      </p>
      <Button kind="quiet" onPress={() => of.clear()}>
        {t.privacy.discard}
      </Button>
    </Banner>
  );
}

interface TextProps {
  sending: Sending;
  /** JSON pointer into the body. */
  at: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  optional?: boolean;
  lines?: number;
  type?: 'text' | 'tel' | 'email' | 'date' | 'datetime-local';
  lang?: 'sv' | 'en';
  most?: number;
}

export function Text(props: TextProps) {
  const { sending, at, label, value, onChange, hint, optional, lines, type = 'text', lang, most } = props;
  return (
    <Field label={label} name={at} hint={hint} error={sending.wrong[at]} optional={optional ?? false}>
      {(given) => {
        const shared = {
          ...given,
          value,
          lang,
          maxLength: most,
          onInput: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
        };
        return lines ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input {...shared} type={type as 'text'} autocomplete="off" />
        );
      }}
    </Field>
  );
}

interface ChoiceProps<V extends string> {
  at: string;
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  hint?: string;
}

export function Choice<V extends string>({ at, label, value, options, onChange, hint }: ChoiceProps<V>) {
  return (
    <Field label={label} name={at} hint={hint}>
      {(given) => (
        <select
          {...given}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
