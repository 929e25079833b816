// Fel mottagare: takes the message back from somebody whom it was not for, and gives it to the right one.
import { useMemo, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask } from '#web/api/outcome.ts';
import type { Body, Message, StaffMember } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { nameOf } from '#web/inbox/names.ts';
import { type Recipient, RecipientSelect } from '#web/inbox/recipient-select.tsx';
import { keyPerBody } from '#web/inbox/same-key.ts';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  inbox: Inbox;
  clientId: string;
  message: Message;
  staff: readonly StaffMember[] | undefined;
  onClose: () => void;
}

const RECIPIENT = 'recipient';

export function MisdirectedDialog({ inbox, clientId, message, staff, onClose }: Props) {
  const words = t.inbox;
  const [from, setFrom] = useState(RECIPIENT);
  const [to, setTo] = useState<Recipient>();
  const [errors, setErrors] = useState<readonly { id: string; text: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const keyOf = useMemo(keyPerBody, []);
  const wrong = [message.staffId, ...message.copyTo];
  const fail = (text: string) => setErrors([{ id: fieldId('misdirected-to'), text }]);

  async function move(): Promise<void> {
    if (to === undefined) return fail(words.forwardNobody);
    if (to === (from === RECIPIENT ? message.staffId : from)) return fail(words.misdirectedSame);
    const body: Body<'redirectMessage'> = { staffId: to, ...(from !== RECIPIENT && { from }) };
    const params = { path: { clientId, messageId: message.id }, header: { 'Idempotency-Key': keyOf(body) } };
    setBusy(true);
    const call = api.POST('/v1/clients/{clientId}/messages/{messageId}/misdirected', { params, body });
    const outcome = await inbox.sent(message.id, ask(call));
    setBusy(false);
    if (outcome.kind !== 'ok') return fail(refusalWords(outcome));
    toast(words.moved(nameOf(staff, to)));
    onClose();
  }

  return (
    <Dialog open title={words.misdirectedTitle} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <ErrorSummary errors={errors} />
        <p>{words.misdirectedHint}</p>
        {wrong.length > 1 && (
          <Radios
            legend={words.misdirectedFrom}
            value={from}
            options={wrong.map((id, index) => ({
              value: index === 0 ? RECIPIENT : (id ?? ''),
              label: nameOf(staff, id),
            }))}
            onChange={setFrom}
          />
        )}
        <RecipientSelect
          label={words.misdirectedTo}
          name="misdirected-to"
          staff={staff}
          value={to}
          onPick={setTo}
          error={errors[0]?.text}
        />
        <p class="buttons">
          <Button kind="primary" type="submit" busy={busy}>
            {words.move}
          </Button>
          <Button onPress={onClose}>{t.parts.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}
