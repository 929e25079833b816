// A call in three columns: the client to speak for, the person who is asked for, and the message.
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Call } from '#web/desk/call.ts';
import type { ClientDesk } from '#web/desk/client-desk.ts';
import { ClientPanel } from '#web/desk/client-panel.tsx';
import { keyFor } from '#web/desk/desk-keys.ts';
import type { Alternative, PersonHit } from '#web/desk/desk-types.ts';
import { spokenWords } from '#web/desk/desk-words.ts';
import { LateBanner } from '#web/desk/late-banner.tsx';
import type { Missing } from '#web/desk/message-body.ts';
import { MessageForm } from '#web/desk/message-form.tsx';
import { PersonCard } from '#web/desk/person-card.tsx';
import { PersonSearch } from '#web/desk/person-search.tsx';
import { SetAbsence } from '#web/desk/set-absence.tsx';
import type { DeskInHand } from '#web/desk/use-desk.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  hand: DeskInHand;
  call: Call;
  clientDesk: ClientDesk;
  missing: Missing | undefined;
  refusal: string | undefined;
  onSend: () => void;
}

export function OpenCall({ hand, call, clientDesk, missing, refusal, onSend }: Props) {
  const person = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const nowMs = serverNowMs();
  const view = clientDesk.view.value;
  const { recipient } = call;

  // Before the next key can come: it belongs to the new field.
  useLayoutEffect(() => {
    (recipient ? name : person).current?.focus();
  }, [call.id, recipient?.staffId, recipient === null]);

  // Found again after a reload: what was said of the person then may not be so now.
  useEffect(() => {
    if (recipient?.staffId) void clientDesk.refresh(recipient.staffId, recipient.name);
  }, [call.id]);

  // The greeting is there to be said: whoever does not see it hears it as it comes.
  useEffect(() => {
    if (view) announce(view.answerPhrase);
  }, [call.id, view === undefined]);

  useEffect(() => {
    if (view) hand.dispatch({ type: 'heard', callId: call.id, answered: view.references });
  }, [view?.references.join()]);

  function choose(staffId: string | null, whose: string, reference: string | undefined): void {
    const answered = reference ? [reference] : [];
    hand.dispatch({ type: 'chosen', callId: call.id, recipient: { staffId, name: whose }, answered });
  }
  function pick(hit: PersonHit): void {
    void clientDesk.see(hit);
    // The focus goes on to the form: whoever does not see the card hears what stands in it.
    announce(spokenWords(hit, nowMs));
    choose(hit.staffId, hit.name, hit.answer.reference);
  }
  async function pickOther(one: Alternative): Promise<void> {
    choose(one.staffId, one.name, undefined);
    const hit = await clientDesk.person(one.staffId, one.name);
    if (hit && hand.desk.peek().call?.recipient?.staffId === hit.staffId) pick(hit);
  }
  const toInbox = () => choose(null, t.desk.generalInbox, view?.answer.reference);
  const parts = { call, clientDesk, nowMs, pick, pickOther: (one: Alternative) => void pickOther(one) };

  return (
    <div class="desk-columns">
      <section class="desk-client" aria-label={view?.name ?? call.clientName}>
        <TheClient clientDesk={clientDesk} nowMs={nowMs} onAlternative={parts.pickOther} onInbox={toInbox} />
      </section>
      <section class="desk-person" aria-label={t.desk.person}>
        {call.calledAt && (
          <LateBanner calledAt={call.calledAt} onDrop={() => hand.dispatch({ type: 'late', calledAt: null })} />
        )}
        <ThePerson {...parts} inputRef={person} />
        <Button kbd={keyFor('back')} onPress={() => hand.dispatch({ type: 'ending' })}>
          {t.desk.endWithout}
        </Button>
      </section>
      <section class="desk-form" aria-label={t.desk.message}>
        <MessageForm
          call={call}
          clientDesk={clientDesk}
          nowMs={nowMs}
          nameRef={name}
          missing={missing}
          refusal={refusal}
          onChange={(fields) => hand.dispatch({ type: 'typed', callId: call.id, fields, nowMs: serverNowMs() })}
          onSend={onSend}
        />
      </section>
    </div>
  );
}

interface ClientProps {
  clientDesk: ClientDesk;
  nowMs: number;
  onAlternative: (one: Alternative) => void;
  onInbox: () => void;
}

function TheClient({ clientDesk, nowMs, onAlternative, onInbox }: ClientProps) {
  const view = clientDesk.view.value;
  const failure = clientDesk.failure.value;
  const [isAsking, setIsAsking] = useState(false);
  const again = async () => {
    setIsAsking(true);
    await clientDesk.load();
    setIsAsking(false);
  };
  return (
    <>
      {failure && (
        <Banner kind="warn">
          <p>{refusalWords(failure)}</p>
          <Button busy={isAsking} onPress={() => void again()}>
            {t.parts.tryAgain}
          </Button>
        </Banner>
      )}
      {view ? (
        <ClientPanel
          desk={view}
          nowMs={nowMs}
          fetchedAtMs={clientDesk.fetchedAtMs.value}
          names={clientDesk.names.value}
          onAlternative={onAlternative}
          onInbox={onInbox}
        />
      ) : (
        !failure && <Skeleton lines={5} />
      )}
    </>
  );
}

interface PersonProps {
  call: Call;
  clientDesk: ClientDesk;
  nowMs: number;
  inputRef: RefObject<HTMLInputElement | null>;
  pick: (hit: PersonHit) => void;
  pickOther: (one: Alternative) => void;
}

function ThePerson({ call, clientDesk, nowMs, inputRef, pick, pickOther }: PersonProps) {
  const { recipient } = call;
  const shown = clientDesk.people.value.find(({ staffId }) => staffId === recipient?.staffId);
  const lang = clientDesk.view.value?.language ?? 'sv';
  return (
    <>
      <PersonSearch label={t.desk.findPerson} clientDesk={clientDesk} nowMs={nowMs} inputRef={inputRef} onPick={pick} />
      {shown && (
        <PersonCard person={shown} lang={lang} nowMs={nowMs} onColleague={pickOther}>
          <SetAbsence
            clientId={call.clientId}
            person={shown}
            onChanged={() => pickOther({ ...shown, availability: { state: 'in', until: null, reason: null } })}
          />
        </PersonCard>
      )}
    </>
  );
}
