// Who asks, what for, and where the answer goes; corrected in a dialog.
import { useMemo, useState } from 'preact/hooks';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { dateWords } from '#web/privacy/countdown.ts';
import { Form, Kept, Text } from '#web/privacy/form.tsx';
import { askingPointers } from '#web/privacy/request-asking.ts';
import { changeBody, phonesOf, pointerOf, readOf } from '#web/privacy/request-change.ts';
import { RequestFields } from '#web/privacy/request-fields.tsx';
import { changeRequest, requestOf, SERVICE, type SubjectRequest } from '#web/privacy/requests.ts';
import { useSending } from '#web/privacy/sending.ts';
import { savedWords, useChange } from '#web/privacy/use-change.ts';
import { isoDay } from '#web/words/dates.ts';
import { t } from '#web/words/words.ts';

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

function ChangeDialog({ request, onClose }: { request: SubjectRequest; onClose: () => void }) {
  const words = t.privacy.requests;
  const { clientId, id, state } = request;
  const source = useMemo(() => requestOf(clientId, id), [clientId, id]);
  const { filled, draft, set, save } = useChange(`request-edit:${id}`, readOf(request), pointerOf);
  const sending = useSending([...askingPointers, '/notes', '/keepDays']);
  // After releasing, and after closing, what was asked for stands: then only these are sent.
  const mayAsk = state !== 'closed' && state !== 'released';

  const saveAll = () =>
    save(
      sending,
      {
        send: (changes, etag, mine) =>
          changeRequest(request, changeBody(changes, mine, source.value.peek()?.who.staffId ?? null), etag),
        readAgain: async () => {
          const read = await source.refresh();
          return read.kind === 'ok' ? { ...read, value: readOf(read.value) } : read;
        },
      },
      (isMerged) => {
        toast(savedWords(isMerged));
        onClose();
      },
    );

  return (
    <Dialog open title={words.detail.change} onClose={onClose}>
      <Form sending={sending} submit={t.parts.save} onSubmit={() => void saveAll()}>
        <Kept of={draft} />
        {mayAsk && <RequestFields sending={sending} asking={filled} change={set} />}
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
