// The operator’s desk: one resting place, where every call begins and ends.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Call } from '#web/desk/call.ts';
import { CallField } from '#web/desk/call-field.tsx';
import type { OpenDialog } from '#web/desk/desk-dialogs.tsx';
import { keyFor } from '#web/desk/desk-keys.ts';
import { stepOf } from '#web/desk/desk-machine.ts';
import { DialogsLater } from '#web/desk/dialogs-later.tsx';
import { foundOfKept } from '#web/desk/find-clients.ts';
import { announceToggle } from '#web/desk/form-toggles.tsx';
import { LateBanner } from '#web/desk/late-banner.tsx';
import { type Missing, tooLongBy } from '#web/desk/message-body.ts';
import { OpenCall } from '#web/desk/open-call.tsx';
import { markOwnTime } from '#web/desk/own-time.ts';
import type { Correcting } from '#web/desk/reopen-correction.ts';
import { Parked, RestingPlace } from '#web/desk/resting-place.tsx';
import { sendMessage } from '#web/desk/send-message.ts';
import { SentStrip } from '#web/desk/sent-strip.tsx';
import { useCallLink } from '#web/desk/use-call-link.ts';
import { useCalls } from '#web/desk/use-calls.ts';
import { useDesk } from '#web/desk/use-desk.ts';
import { useDeskKeys } from '#web/desk/use-desk-keys.ts';
import { keptViews, useRecents } from '#web/desk/use-recents.ts';
import { useSent } from '#web/desk/use-sent.ts';
import { announce } from '#web/parts/announce.tsx';
import { Button } from '#web/parts/button.tsx';
import { fieldId } from '#web/parts/field.tsx';
import { Page } from '#web/parts/page.tsx';
import { session } from '#web/session/session.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function DeskPage() {
  const hand = useDesk();
  const desk = hand.desk.value;
  const { call, last } = desk;
  const field = useRef<HTMLInputElement>(null);
  const recents = useRecents(call === null);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [correcting, setCorrecting] = useState<Correcting>();
  const calls = useCalls(hand, setCorrecting);
  const [lateAt, setLateAt] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing>();
  const [refusal, setRefusal] = useState<string>();
  const open: typeof calls.open = (client, from) => {
    calls.open(client, from, lateAt);
    setLateAt(null);
  };
  const trouble = useCallLink(hand, open);
  useSent(hand);

  useEffect(() => {
    setMissing(undefined);
    setRefusal(undefined);
  }, [call?.id]);
  const toField = () => {
    if (!call) field.current?.focus();
  };
  // Before the next key can come; and once more after the page's heading, or a dialog's button, has had it.
  useLayoutEffect(toField, [call?.id]);
  useEffect(toField, [lateAt]);

  async function send(): Promise<void> {
    const sending = hand.desk.peek().call?.id;
    const sent = await sendMessage(hand);
    if (sent.kind === 'refused') announce(refusalWords({ kind: 'problem', code: sent.code }), 'urgent');
    // The next call has come meanwhile: its form has nothing to do with this one.
    if (hand.desk.peek().call?.id !== sending) return;
    setMissing(sent.kind === 'missing' ? sent.what : undefined);
    setRefusal(sent.kind === 'refused' ? refusalWords({ kind: 'problem', code: sent.code }) : undefined);
    if (sent.kind === 'missing' && call) tellMissing(sent.what, call);
  }

  // Fetched while there is a network: it is wanted when there is none.
  useEffect(() => void import('#web/desk/blank-form.tsx').catch(() => undefined), []);

  const ofLast = (which: OpenDialog) => () => {
    if (last) setDialog(which);
  };
  const lastClient = async () => {
    const [view] = await keptViews();
    if (view) open(foundOfKept(view));
  };
  useDeskKeys({
    toCallField: () => {
      field.current?.focus();
      field.current?.select();
    },
    sheet: () => setDialog('keys'),
    back: () => hand.dispatch({ type: 'escape' }),
    send: () => void send(),
    hasForm: () => call !== null,
    toggle: (name) => {
      if (!call) return;
      markOwnTime('toggled');
      const fields = { [name]: !call.fields[name] };
      hand.dispatch({ type: 'typed', callId: call.id, fields, nowMs: serverNowMs() });
      announceToggle(name, !call.fields[name]);
    },
  });

  return (
    <Page
      title={t.desk.title}
      actions={
        <div class="desk-actions">
          <a class="button quiet" href="/desk/form">
            {t.desk.blankForm}
          </a>
          {session.value.me?.role === 'supervisor' && (
            <Button kind="quiet" onPress={() => setDialog('late')}>
              {t.desk.lateCall}
            </Button>
          )}
          <span class="keys-only">
            <Button kind="quiet" kbd={keyFor('sheet')} onPress={() => setDialog('keys')}>
              {t.parts.keysTitle}
            </Button>
          </span>
        </div>
      }
    >
      <div class="desk" data-step={stepOf(desk)}>
        {lateAt !== null && <LateBanner calledAt={lateAt} onDrop={() => setLateAt(null)} />}
        <CallField
          inputRef={field}
          callId={call?.id}
          onOpen={open}
          onLastClient={() => void lastClient()}
          onCorrect={ofLast('correct')}
          onTakeBack={ofLast('takeBack')}
        />
        {trouble && !call && <p class="strip refused">{trouble}</p>}
        <SentStrip
          last={call ? null : last}
          underWay={[call, ...desk.leaving].flatMap((one) => one?.sentAs ?? [])}
          onCorrect={ofLast('correct')}
          onTakeBack={ofLast('takeBack')}
          onReopen={({ id }) => void calls.reopen(id)}
        />
        <Parked
          calls={desk.parked}
          onResume={({ id }) => hand.dispatch({ type: 'resumed', callId: id })}
          onThrow={({ id }) => hand.dispatch({ type: 'thrown', callId: id })}
        />
        {call && calls.clientDesk ? (
          <OpenCall
            key={call.id}
            hand={hand}
            call={call}
            clientDesk={calls.clientDesk}
            missing={missing}
            refusal={refusal}
            onSend={() => void send()}
          />
        ) : (
          hand.ready.value && <RestingPlace recents={recents} onOpen={(view) => open(foundOfKept(view))} />
        )}
      </div>
      <DialogsLater
        desk={desk}
        open={correcting ? 'correct' : dialog}
        sent={correcting ?? last ?? undefined}
        onClose={() => {
          setCorrecting(undefined);
          setDialog(undefined);
        }}
        onLate={(calledAt) => {
          setDialog(undefined);
          if (call) hand.dispatch({ type: 'late', calledAt });
          else setLateAt(calledAt);
        }}
        onEnded={() => hand.dispatch({ type: 'ended' })}
        onNotEnded={() => hand.dispatch({ type: 'escape' })}
      />
    </Page>
  );
}

/** Straight to the field that lacks something: the caller is still on the line. */
function tellMissing(what: Missing, { fields }: Call): void {
  const tooLong = t.desk.tooLong(tooLongBy(fields));
  const words = { recipient: t.desk.noRecipient, matter: t.desk.noMatter, tooLong, email: t.desk.badEmail };
  announce(words[what], 'urgent');
  if (what === 'recipient') document.querySelector<HTMLElement>('.desk-person input')?.focus();
  else requestAnimationFrame(() => document.getElementById(fieldId(what === 'tooLong' ? 'matter' : what))?.focus());
}
