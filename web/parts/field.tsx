// A field: label above, hint under it, the error beside it in the same words as in the summary.
import type { ComponentChild } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '#web/words/words.ts';

interface FieldProps {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface Props {
  label: string;
  /** The id is `field-<name>`, so that an error summary can lead to it; unique in the page. */
  name?: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  children: (props: FieldProps) => ComponentChild;
}

export const fieldId = (name: string): string => `field-${name}`;

export function Field({ label, name, hint, error, optional, children }: Props) {
  const made = useId();
  const id = fieldId(name ?? made);
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label} {optional && <span class="meta">{t.parts.optional}</span>}
      </label>
      {hint && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({ id, name: name ?? made, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}
