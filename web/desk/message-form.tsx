// The message: who called, how they are reached, what it is about. Enter goes to the next line, Ctrl+Enter sends.
import type { RefObject } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { type Call, type Fields, hasText } from '#web/desk/call.ts';
import { CalledAgo } from '#web/desk/called-ago.tsx';
import type { ClientDesk } from '#web/desk/client-desk.ts';
import { keyFor } from '#web/desk/desk-keys.ts';
import { FormToggles } from '#web/desk/form-toggles.tsx';
import { type Missing, tooLongBy } from '#web/desk/message-body.ts';
import { MoreFields } from '#web/desk/more-fields.tsx';
import { hasPersonalNumber } from '#web/desk/personal-number.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { Field } from '#web/parts/field.tsx';
import { readBackWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

interface Props {
  call: Call;
  clientDesk: ClientDesk;
  nowMs: number;
  nameRef: RefObject<HTMLInputElement | null>;
  missing: Missing | undefined;
  /** Why the service did not take it. */
  refusal: string | undefined;
  onChange: (change: Partial<Fields>) => void;
  onSend: () => void;
}

export function MessageForm({ call, clientDesk, nowMs, nameRef, missing, refusal, onChange, onSend }: Props) {
  const { fields, recipient } = call;
  const isSending = call.sentAs !== null;
  const words = t.desk;
  const tooMuch = tooLongBy(fields);
  const matterError = (tooMuch > 0 && words.tooLong(tooMuch)) || (missing === 'matter' && words.noMatter) || undefined;
  const line = (name: 'name' | 'company' | 'phone', maxLength: number) => (
    <Field label={t.fields[name]} name={name}>
      {(props) => (
        <input
          {...props}
          {...(name === 'name' && { ref: nameRef })}
          readOnly={isSending}
          inputMode={name === 'phone' ? 'tel' : 'text'}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          maxLength={maxLength}
          value={fields[name]}
          onInput={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      class="message-form desk-stack"
      noValidate
      aria-label={words.message}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
      onKeyDown={toNextLine}
    >
      <header class="form-head">
        <h2>{recipient ? words.messageTo(recipient.name) : words.message}</h2>
        <CalledAgo beganAtMs={call.beganAtMs} />
      </header>
      {call.isPerhapsSent && <p class="desk-warn">{words.perhapsSent}</p>}
      {refusal && <p class="desk-refused">{refusal}</p>}
      <div class="two">
        {line('name', 200)}
        {line('company', 200)}
      </div>
      {line('phone', 40)}
      {fields.phone.replace(/\D/g, '').length > 2 && (
        <p class="read-back">
          <span class="unseen">{words.readBack}</span> {readBackWords(fields.phone)}
        </p>
      )}
      <Field label={t.fields.matter} name="matter" error={matterError}>
        {(props) => (
          <textarea
            {...props}
            readOnly={isSending}
            rows={4}
            dir="auto"
            value={fields.matter}
            onInput={(event) => onChange({ matter: event.currentTarget.value })}
          />
        )}
      </Field>
      <PersonalNumberHint fields={fields} />
      <FormToggles fields={fields} onChange={onChange} />
      <MoreFields
        fields={fields}
        clientDesk={clientDesk}
        nowMs={nowMs}
        emailError={missing === 'email' ? words.badEmail : undefined}
        onChange={onChange}
      />
      <footer class="form-foot">
        {(fields.sensitive || clientDesk.isNotice.value) && <p class="quiet">{words.withoutContent}</p>}
        {missing === 'recipient' && <p class="desk-refused">{words.noRecipient}</p>}
        <Button kind="primary" type="submit" kbd={keyFor('send')} busy={isSending}>
          {words.send}
        </Button>
        {hasText(call) && <p class="meta keys-only">{words.escKeeps}</p>}
      </footer>
    </form>
  );
}

function PersonalNumberHint({ fields }: { fields: Fields }) {
  const isThere = useMemo(
    () => hasPersonalNumber(fields.matter) || hasPersonalNumber(fields.name) || hasPersonalNumber(fields.company),
    [fields.matter, fields.name, fields.company],
  );
  useEffect(() => {
    if (isThere) announce(t.desk.personalNumber);
  }, [isThere]);
  return isThere ? <p class="desk-warn">{t.desk.personalNumber}</p> : null;
}

/** Enter in a field of one line is Tab; only the keys of sending send. */
function toNextLine(event: KeyboardEvent): void {
  const field = event.target;
  if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || !(field instanceof HTMLInputElement))
    return;
  if (event.ctrlKey || event.metaKey || field.type === 'checkbox') return;
  event.preventDefault();
  const all = [...(field.form?.querySelectorAll<HTMLElement>('input, textarea, summary, button') ?? [])];
  all
    .slice(all.indexOf(field) + 1)
    .find((one) => one.offsetParent !== null)
    ?.focus();
}
