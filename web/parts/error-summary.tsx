// What is to be corrected, above the form: it takes the focus when a form was refused, and each line leads to its field.
import { useEffect, useRef } from 'preact/hooks';
import { pageErrors } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

export interface FieldError {
  /** Of the field: `fieldId(name)`. */
  id: string;
  text: string;
}

/** `errors` is a new list for each refused sending: then it takes the focus again. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    pageErrors.value = errors.length;
    if (errors.length > 0) box.current?.focus();
    return () => {
      pageErrors.value = 0;
    };
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <section ref={box} class="banner urgent" tabIndex={-1} aria-label={t.parts.errorSummary}>
      <h2>{t.parts.errorSummary}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
