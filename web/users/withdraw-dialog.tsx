// Taking somebody's way in, once it has been said twice.
import { useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { toast } from '#web/parts/toast.tsx';
import { session } from '#web/session/session.ts';
import type { Home } from '#web/users/homes.ts';
import type { Member } from '#web/users/member.ts';
import { faultsOf } from '#web/users/member-faults.ts';
import { t } from '#web/words/words.ts';

interface Props {
  home: Home;
  member: Member;
  text: string;
  onClose: () => void;
}

export function WithdrawDialog({ home, member, text, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const name = member.name ?? member.email ?? t.users.noName;

  async function withdraw(): Promise<void> {
    setBusy(true);
    const outcome = await home.withdraw(member.id);
    // A 404 is a withdrawal that has come to its end already.
    const isGone = outcome.kind === 'ok' || (outcome.kind === 'problem' && outcome.code === 'not-found');
    if (isGone) {
      toast(t.users.withdrawnToast(name));
      onClose();
    } else {
      const words = faultsOf(outcome).whole ?? t.problems.internal;
      setRefused(words);
      announce(words, 'urgent');
      setBusy(false);
    }
    void home.members.refresh();
  }

  return (
    <Dialog open={true} title={t.users.withdrawTitle(name)} onClose={onClose}>
      <div class="form">
        <p>{text}</p>
        {member.id === session.value.me?.userId && <Banner kind="warn">{t.users.withdrawSelf}</Banner>}
        {refused !== undefined && <Banner kind="urgent">{refused}</Banner>}
        <div class="actions">
          <Button kind="danger" busy={busy} onPress={() => void withdraw()}>
            {t.users.withdraw}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t.parts.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
