// The dialogs that lie over the desk, one at a time.
import { CallEnded } from '#web/desk/call-ended.tsx';
import { CorrectForm } from '#web/desk/correct-form.tsx';
import { type DeskKey, deskKeys } from '#web/desk/desk-keys.ts';
import type { Desk } from '#web/desk/desk-machine.ts';
import { LateCall } from '#web/desk/late-call.tsx';
import type { Correcting } from '#web/desk/reopen-correction.ts';
import { TakeBackDialog } from '#web/desk/take-back-dialog.tsx';
import { type KeyGroup, Keys } from '#web/parts/keys.tsx';
import { t } from '#web/words/words.ts';

export type OpenDialog = 'correct' | 'takeBack' | 'late' | 'keys';

interface Props {
  desk: Desk;
  open: OpenDialog | undefined;
  /** What is to be corrected, or taken back. */
  sent: Correcting | undefined;
  onClose: () => void;
  onLate: (calledAt: string) => void;
  onEnded: () => void;
  onNotEnded: () => void;
}

function keyGroups(): KeyGroup[] {
  const places = [...new Set(deskKeys.map(({ where }) => where))];
  const keys: readonly DeskKey[] = deskKeys;
  return places.map((place) => ({
    title: t.desk.keyPlaces[place],
    keys: keys.filter(({ where }) => where === place).map(({ key, does }) => ({ key, does: t.desk.keys[does] })),
  }));
}

export function DeskDialogs({ desk, open, sent, onClose, onLate, onEnded, onNotEnded }: Props) {
  const { call, isEnding } = desk;
  if (isEnding && call)
    return (
      <CallEnded
        clientId={call.clientId}
        line={call.line ?? undefined}
        calledAt={call.calledAt ?? undefined}
        onDone={onEnded}
        onBack={onNotEnded}
      />
    );
  if (open === 'keys') return <Keys open groups={keyGroups()} onClose={onClose} />;
  if (open === 'late') return <LateCall onChosen={onLate} onClose={onClose} />;
  if (!sent || !open) return null;
  const of = { clientId: sent.clientId, messageId: sent.messageId, onClose };
  return open === 'correct' ? <CorrectForm {...of} /> : <TakeBackDialog {...of} />;
}
