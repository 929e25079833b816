// Who asks, what for, and where the answer goes; corrected in a dialog.
import { useState } from 'preact/hooks';
import { useDraft } from '#web/kept/drafts.ts';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { dateWords } from '#web/privacy/countdown.ts';
import { Form, Text } from '#web/privacy/form.tsx';
import { type Asking, askingBody, askingPointers, RequestFields } from '#web/privacy/request-fields.tsx';
import { changeRequest, requestOf, SERVICE, type SubjectRequest } from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import { isoDay } from '#web/words/dates.ts';
import { phoneWords } from '#web/words/phones.ts';
import { t } from '#web/words/words.ts';

/** The document of the API says nothing of their shape. */
const phonesOf = ({ phones }: SubjectRequest['who']): string[] => phones.map((phone) => phoneWords(String(phone)));

export function RequestPerson({ request, isAdmin }: { request: SubjectRequest; isAdmin: boolean }) {
  const words = t.privacy.requests;
  const [changes, setChanges] = useState(false);
  const { who, text, contact, notes, language, keepDays, endsAt, clientId } = request;
  const facts = [
    [words.detail.text, text],
    [words.detail.names, who.names.join(', ')],
    [words.detail.phones, phonesOf(who).join(', ')],
    [words.detail.emails, who.emails.join(', ')],
    [words.detail.contact, contact],
    [words.detail.language, words.form[language]],
    [words.detail.notes, notes],
  ].filter(([, value]) => value);
  return (
    <section aria-labelledby="person-title" class="person">
      <h2 id="person-title">{words.detail.person}</h2>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {who.staffId !== null && clientId !== SERVICE && (
          <>
            <dt>{words.detail.staff}</dt>
            <dd>
              {isAdmin ? <a href={`/c/${clientId}/staff/${who.staffId}`}>{words.detail.staffLink}</a> : who.staffId}
            </dd>
          </>
        )}
      </dl>
      <p class="meta">{endsAt === null ? words.detail.kept(keepDays) : words.detail.ends(dateWords(isoDay(endsAt)))}</p>
      <div class="actions">
        <Button onPress={() => setChanges(true)}>{words.detail.change}</Button>
      </div>
      {changes && <ChangeDialog request={request} onClose={() => setChanges(false)} />}
    </section>
  );
}

interface Filled {
  readonly asking: Asking;
  readonly notes: string;
  readonly keepDays: string;
}

function ChangeDialog({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const words = t.privacy.requests;
  const draft = useDraft<Filled | null>(`request-change:${request.id}`, null);
  const sending = useSending([...askingPointers, '/notes', '/keepDays']);
  const { who, text, contact, notes, keepDays, state } = request;
  const before: Filled = {
    asking: {
      names: who.names,
      phones: phonesOf(who),
      emails: who.emails,
      text: text ?? '',
      contact: contact ?? '',
    },
    notes: notes ?? '',
    keepDays: String(keepDays),
  };
  const filled = draft.value.value ?? before;
  const set = (part: Partial<Filled>) => {
    draft.value.value = { ...(draft.value.peek() ?? before), ...part };
  };
  // After releasing, and after closing, what was asked for stands: then only these are sent.
  const mayAsk = state !== 'closed' && state !== 'released';

  async function save(): Promise<void> {
    const body = {
      notes: filled.notes.trim() || null,
      keepDays: Number(filled.keepDays),
      ...(mayAsk && askingBody(filled.asking, who.staffId)),
    };
    await sending.send(
      () => changeRequest(request, body),
      () => {
        draft.clear();
        toast(t.privacy.saved);
        onClose();
      },
      (failure) => {
        if (failure.kind !== 'problem' || failure.code !== 'version-conflict') return undefined;
        void requestOf(request.clientId, request.id).refresh();
        return t.privacy.conflict;
      },
    );
  }

  return (
    <Dialog open title={words.detail.change} onClose={onClose}>
      <Form sending={sending} submit={t.parts.save} onSubmit={() => void save()}>
        {mayAsk && (
          <RequestFields
            sending={sending}
            asking={filled.asking}
            change={(part) => set({ asking: { ...filled.asking, ...part } })}
          />
        )}
        <Text
          sending={sending}
          at="/notes"
          label={words.detail.notes}
          value={filled.notes}
          onChange={(value) => set({ notes: value })}
          lines={3}
          most={4_000}
          optional
        />
        <Text
          sending={sending}
          at="/keepDays"
          label={words.detail.keepDays}
          hint={words.detail.keepDaysHint}
          value={filled.keepDays}
          onChange={(value) => set({ keepDays: value })}
        />
      </Form>
    </Dialog>
  );
}
