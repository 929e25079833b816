// «Fel mottagare»: takes a message back and gives it to the right one, or, for supervisors, erases it at once.
import { useMemo, useState } from 'preact/hooks';
import { api, newKey } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask, type Failure } from '#web/api/outcome.ts';
import type { Message } from '#web/api/types.ts';
import { oneMessage } from '#web/desk/one-message.ts';
import { type FoundPerson, PersonChoice } from '#web/desk/person-choice.tsx';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { When } from '#web/parts/when.tsx';
import { session } from '#web/session/session.ts';
import { withReason } from '#web/session/with-reason.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  messageId: string;
  onClose: () => void;
}

type Way = 'person' | 'inbox' | 'erase';

/** Open as long as it is rendered. */
export function TakeBackDialog({ clientId, messageId, onClose }: Props) {
  const read = useMemo(() => oneMessage(clientId, messageId), [clientId, messageId]);
  return (
    <Dialog open title={t.callAfter.takeBack.title} onClose={onClose}>
      <Loaded of={read}>{(message) => <TheChoice message={message} onClose={onClose} />}</Loaded>
    </Dialog>
  );
}

function TheChoice({ message, onClose }: { message: Message; onClose: () => void }) {
  const words = t.callAfter.takeBack;
  const path = { clientId: message.clientId, messageId: message.id };
  const [way, setWay] = useState<Way>('person');
  const [person, setPerson] = useState<FoundPerson>();
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  /** Another choice is another request; the same one pressed twice is one. */
  const key = useMemo(newKey, [way, person?.staffId]);

  function refuse(text: string): void {
    setWrong(text);
    announce(text, 'urgent');
  }

  const end = (said: string) => {
    announce(said);
    onClose();
  };

  async function carryOut(work: () => Promise<{ kind: 'ok' } | Failure>, said: string): Promise<void> {
    setBusy(true);
    setWrong(undefined);
    const outcome = await work();
    setBusy(false);
    if (outcome.kind === 'ok') return end(said);
    // Nothing but the recipient is chosen here.
    const isSame = outcome.kind === 'problem' && outcome.code === 'invalid-request';
    refuse(isSame ? words.sameOne : refusalWords(outcome));
  }

  const redirect = (staffId: string | null, said: string) =>
    carryOut(
      () =>
        ask(
          api.POST('/v1/clients/{clientId}/messages/{messageId}/misdirected', {
            params: { path, header: { 'Idempotency-Key': key } },
            body: { staffId },
          }),
        ),
      said,
    );

  const erase = () =>
    carryOut(
      () =>
        withReason(`erasing ${message.id}`, (query) =>
          ask(api.DELETE('/v1/clients/{clientId}/messages/{messageId}', { params: { path, query } })),
        ),
      words.erased,
    );

  function submit(event: Event): void {
    event.preventDefault();
    if (busy) return;
    if (way === 'erase' && sure) void erase();
    else if (way === 'erase') setSure(true);
    else if (way === 'inbox') void redirect(null, words.doneInbox);
    else if (person) void redirect(person.staffId, words.done(person.name));
    else refuse(words.choose);
  }

  const who = message.caller.name ?? message.caller.company ?? words.noName;
  return (
    <form class="form" onSubmit={submit} noValidate>
      {wrong && <Banner kind="urgent">{wrong}</Banner>}
      <p>
        {words.from(who, '')}
        <When at={message.takenAt} />
      </p>
      {sure ? (
        <p class="read">{words.sure}</p>
      ) : (
        <>
          <Radios
            legend={words.what}
            value={way}
            options={[
              { value: 'person', label: words.person },
              ...(message.staffId === null ? [] : [{ value: 'inbox' as const, label: words.inbox }]),
              ...(session.value.me?.role === 'supervisor'
                ? [{ value: 'erase' as const, label: words.erase, hint: words.eraseHint }]
                : []),
            ]}
            onChange={(next) => {
              setWay(next);
              setWrong(undefined);
            }}
          />
          {way === 'person' && <PersonChoice clientId={message.clientId} chosen={person} onChosen={setPerson} />}
          {way !== 'erase' && <p class="meta">{words.hint}</p>}
        </>
      )}
      <div class="actions">
        <Button kind={way === 'erase' ? 'danger' : 'primary'} type="submit" busy={busy}>
          {way !== 'erase' ? words.send : sure ? words.eraseNow : words.next}
        </Button>
        <Button onPress={sure ? () => setSure(false) : onClose}>{sure ? t.parts.back : t.parts.cancel}</Button>
      </div>
    </form>
  );
}
