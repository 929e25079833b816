// The fields of a correction: the usual ones first, the rest folded in unless something stands there.
import type { Correction } from '#web/desk/correction.ts';
import { Check } from '#web/parts/check.tsx';
import { Field } from '#web/parts/field.tsx';
import { firstFocus } from '#web/parts/first-focus.ts';
import { readBackWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

type TextName = 'name' | 'company' | 'phone' | 'extension' | 'secondPhone' | 'email';

interface Props {
  value: Correction;
  errorOf: (name: 'matter' | 'email') => string | undefined;
  onChange: (next: Correction) => void;
}

export function CorrectionFields({ value, errorOf, onChange }: Props) {
  const words = t.callAfter.correct;
  const text = (name: TextName, label: string, keys: 'text' | 'tel' | 'email' = 'text', hint?: string) => (
    <Field label={label} name={`correct-${name}`} hint={hint} error={name === 'email' ? errorOf('email') : undefined}>
      {(props) => (
        <input
          {...props}
          ref={name === 'name' ? firstFocus : null}
          inputMode={keys}
          autocomplete="off"
          value={value[name]}
          onInput={(event) => onChange({ ...value, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  const hasMore = value.extension !== '' || value.secondPhone !== '' || value.email !== '';
  return (
    <>
      <div class="pair">
        {text('name', t.fields.name)}
        {text('company', t.fields.company)}
      </div>
      {text('phone', t.fields.phone, 'tel', readBackWords(value.phone) || undefined)}
      <Field label={t.fields.matter} name="correct-matter" error={errorOf('matter')}>
        {(props) => (
          <textarea
            {...props}
            rows={4}
            value={value.matter}
            onInput={(event) => onChange({ ...value, matter: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class="checks">
        <Check label={t.parts.urgent} checked={value.urgent} onChange={(urgent) => onChange({ ...value, urgent })} />
        <Check
          label={t.parts.callBack}
          checked={value.callBack}
          onChange={(callBack) => onChange({ ...value, callBack })}
        />
        <Check
          label={t.parts.sensitive}
          checked={value.sensitive}
          onChange={(sensitive) => onChange({ ...value, sensitive })}
        />
      </div>
      <details open={hasMore || errorOf('email') !== undefined}>
        <summary>{words.more}</summary>
        <div class="form">
          {text('extension', t.fields.extension)}
          {text('secondPhone', words.secondPhone, 'tel')}
          {text('email', t.fields.email, 'email')}
        </div>
      </details>
    </>
  );
}
