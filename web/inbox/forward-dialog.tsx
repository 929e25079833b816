// Sends a message once more, or to somebody else: as that person wishes, or to chosen addresses of the register.
import { useMemo, useState } from 'preact/hooks';
import { api } from '#web/api/client.ts';
import { ask, type Failure } from '#web/api/outcome.ts';
import type { Body, Message, StaffMember } from '#web/api/types.ts';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { nameOf } from '#web/inbox/names.ts';
import { type Recipient, RecipientSelect } from '#web/inbox/recipient-select.tsx';
import type { Rights } from '#web/inbox/rights.ts';
import { keyPerBody } from '#web/inbox/same-key.ts';
import { Button } from '#web/parts/button.tsx';
import { Check, Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import { phoneWords } from '#web/words/phones.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  inbox: Inbox;
  clientId: string;
  message: Message;
  staff: readonly StaffMember[] | undefined;
  rights: Rights;
  /** Whom it is sent to again; undefined: nobody is chosen yet. */
  firstTo: Recipient | undefined;
  onClose: () => void;
}

/** Numbers that an SMS can go to. */
const isMobile = (number: string) => !number.startsWith('+46') || number.startsWith('+467');

function contactsOf(member: StaffMember | undefined): { contact: string; shown: string }[] {
  if (!member) return [];
  return [
    ...member.emails.map(({ address }) => ({ contact: address, shown: address })),
    ...member.phones
      .filter(({ number }) => isMobile(number))
      .map(({ number }) => ({ contact: number, shown: `${t.inbox.bySms} ${phoneWords(number)}` })),
  ];
}

export function ForwardDialog({ inbox, clientId, message, staff, rights, firstTo, onClose }: Props) {
  const words = t.inbox;
  const [to, setTo] = useState(firstTo);
  const [way, setWay] = useState<'wish' | 'chosen'>('wish');
  const [contacts, setContacts] = useState<readonly string[]>([]);
  const [errors, setErrors] = useState<readonly { id: string; text: string }[]>([]);
  const [busy, setBusy] = useState(false);
  const keyOf = useMemo(keyPerBody, []);
  // A colleague's addresses are for those who look after them; one's own are one's own.
  const seesAddresses = rights.looksAfter || (to !== undefined && to === rights.staffId);
  const choices = seesAddresses ? contactsOf(staff?.find(({ id }) => id === to)) : [];

  async function send(): Promise<void> {
    const byAddress = way === 'chosen' && choices.length > 0;
    if (to === undefined) return setErrors([{ id: fieldId('forward-to'), text: words.forwardNobody }]);
    if (byAddress && contacts.length === 0)
      return setErrors([{ id: fieldId('forward-to'), text: words.forwardNoAddress }]);
    const body: Body<'forwardMessage'> = { staffId: to, ...(byAddress && { contacts: [...contacts] }) };
    const params = {
      path: { clientId, messageId: message.id },
      header: { 'Idempotency-Key': keyOf(body) },
    };
    setBusy(true);
    const call = api.POST('/v1/clients/{clientId}/messages/{messageId}/deliveries', { params, body });
    const outcome = await inbox.sent(message.id, ask(call));
    setBusy(false);
    if (outcome.kind !== 'ok') return refuse(outcome);
    toast(words.forwarded(nameOf(staff, to)));
    onClose();
  }
  const refuse = (failure: Failure) => setErrors([{ id: fieldId('forward-to'), text: refusalWords(failure) }]);

  return (
    <Dialog open title={words.forwardTitle} onClose={onClose}>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <ErrorSummary errors={errors} />
        <RecipientSelect
          label={words.forwardTo}
          name="forward-to"
          staff={staff}
          value={to}
          error={errors[0]?.text}
          onPick={(next) => {
            setTo(next);
            setContacts([]);
          }}
        />
        {choices.length > 0 && (
          <Radios
            legend={words.how}
            value={way}
            options={[
              { value: 'wish', label: words.asWished },
              { value: 'chosen', label: words.byAddresses },
            ]}
            onChange={setWay}
          />
        )}
        {way === 'chosen' &&
          choices.map(({ contact, shown }) => (
            <Check
              key={contact}
              label={shown}
              checked={contacts.includes(contact)}
              onChange={(on) => setContacts(on ? [...contacts, contact] : contacts.filter((one) => one !== contact))}
            />
          ))}
        <p class="meta">{words.forwardReads}</p>
        <p class="buttons">
          <Button kind="primary" type="submit" busy={busy}>
            {words.send}
          </Button>
          <Button onPress={onClose}>{t.parts.cancel}</Button>
        </p>
      </form>
    </Dialog>
  );
}
