// The message that is open: who called, what it is about, what can be done with it, and the way it went.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '#web/api/outcome.ts';
import type { Message } from '#web/api/types.ts';
import { EraseDialog } from '#web/inbox/erase-dialog.tsx';
import { useFollow } from '#web/inbox/follow.ts';
import { ForwardDialog } from '#web/inbox/forward-dialog.tsx';
import { Gone } from '#web/inbox/gone.tsx';
import type { Inbox } from '#web/inbox/inbox-store.ts';
import { MessageActions } from '#web/inbox/message-actions.tsx';
import { MessageBody } from '#web/inbox/message-body.tsx';
import { MisdirectedDialog } from '#web/inbox/misdirected-dialog.tsx';
import { NoteEditor } from '#web/inbox/note-editor.tsx';
import { paneKeys } from '#web/inbox/pane-keys.ts';
import { staffOf, usersOf } from '#web/inbox/people.ts';
import type { Rights } from '#web/inbox/rights.ts';
import { useCorrected } from '#web/inbox/use-corrected.ts';
import type { Wanted } from '#web/inbox/wanted.ts';
import { WayOfDelivery } from '#web/inbox/way-of-delivery.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { PrintFoot } from '#web/parts/print-foot.tsx';
import { Skeleton } from '#web/parts/skeleton.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  inbox: Inbox;
  clientId: string;
  id: string;
  rights: Rights;
  backHref: string;
  /** Not the one that the page was loaded with. */
  takesFocus: boolean;
  wanted: Wanted['what'] | undefined;
  onWanted: (what: Wanted['what'] | undefined) => void;
  onBack: () => void;
  onNeighbour: (step: 1 | -1) => void;
  onSearch: () => void;
}

function OpenMessage({ message, ...props }: Props & { message: Message }) {
  const { inbox, clientId, rights, wanted, onWanted } = props;
  const [again, setAgain] = useState<string | null>();
  const staff = staffOf(clientId).value.value;
  const users = rights.seesUsers ? usersOf(clientId).value.value : undefined;
  const close = () => {
    setAgain(undefined);
    onWanted(undefined);
  };
  useFollow(inbox, message);
  const isCorrected = useCorrected(inbox, message);
  const dialog = { inbox, clientId, message, staff, onClose: close };
  return (
    <>
      {isCorrected && <Banner kind="info">{t.inbox.justCorrected}</Banner>}
      <MessageBody message={message} staff={staff} users={users} rights={rights} />
      <NoteEditor {...dialog} isOpen={wanted === 'note'} onOpen={() => onWanted('note')} />
      <WayOfDelivery
        message={message}
        staff={staff}
        onAgain={(staffId) => {
          setAgain(staffId);
          onWanted('forward');
        }}
      />
      <MessageActions
        message={message}
        rights={rights}
        onHandle={() => void inbox.toggle(message, rights.userId)}
        onWanted={onWanted}
      />
      <PrintFoot expiresAt={message.expiresAt} />
      {wanted === 'forward' && <ForwardDialog {...dialog} rights={rights} firstTo={again} />}
      {wanted === 'misdirected' && <MisdirectedDialog {...dialog} />}
      {wanted === 'erase' && <EraseDialog {...dialog} />}
    </>
  );
}

export function MessagePane(props: Props) {
  const { inbox, id, takesFocus } = props;
  const [failure, setFailure] = useState<Failure>();
  const pane = useRef<HTMLElement>(null);
  const message = inbox.known.all.value.get(id);
  const gone = inbox.known.gone.value.get(id);
  const open = useCallback(async () => {
    const outcome = await inbox.open(id);
    setFailure(outcome.kind === 'ok' ? undefined : outcome);
  }, [inbox, id]);
  useLayoutEffect(() => {
    void open();
    if (takesFocus) pane.current?.focus();
  }, [open]);
  useEffect(() => {
    // What had the focus has gone with the message.
    if (gone && document.activeElement === document.body) pane.current?.focus();
  }, [gone]);
  // A dialog has the keys as soon as it is asked for, not only once it is there.
  const dialogOpens = props.wanted !== undefined && props.wanted !== 'note';
  const keys = paneKeys({
    j: () => props.onNeighbour(1),
    k: () => props.onNeighbour(-1),
    e: () => message && void inbox.toggle(message, props.rights.userId),
    f: () => props.onWanted('forward'),
    n: () => props.onWanted('note'),
    s: props.onSearch,
    u: props.onBack,
    Escape: props.onBack,
  });
  return (
    <section
      ref={pane}
      class="message-pane"
      tabIndex={-1}
      aria-label={t.inbox.message}
      onKeyDown={dialogOpens ? undefined : keys}
    >
      <a class="message-back no-print" href={props.backHref}>
        <span aria-hidden="true">‹</span> {t.inbox.back}
      </a>
      {gone && <Gone id={id} gone={gone} />}
      {!gone && failure && (
        <Banner kind="warn">
          <p>{refusalWords(failure)}</p>
          <Button onPress={() => void open()}>{t.parts.tryAgain}</Button>
        </Banner>
      )}
      {message && !gone && <OpenMessage {...props} message={message} />}
      {!message && !gone && !failure && <Skeleton lines={5} />}
    </section>
  );
}
