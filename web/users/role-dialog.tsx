// Another role for somebody, under the version that was seen: whoever was faster is told of, and nothing is lost.
import { useState } from 'preact/hooks';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { toast } from '#web/parts/toast.tsx';
import { session } from '#web/session/session.ts';
import type { Home } from '#web/users/homes.ts';
import { choiceOf, type Member, wrongPerson } from '#web/users/member.ts';
import { errorsOf, type Faults, faultsOf, faultsOfForm } from '#web/users/member-faults.ts';
import { RoleFields } from '#web/users/role-fields.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  home: Home;
  member: Member;
  onClose: () => void;
}

export function RoleDialog({ home, member, onClose }: Props) {
  const [choice, setChoice] = useState(choiceOf(member));
  const [version, setVersion] = useState(member.version);
  const [faults, setFaults] = useState<Faults>({});
  const [errors, setErrors] = useState(() => errorsOf({}));
  const [busy, setBusy] = useState(false);
  const name = member.name ?? member.email ?? t.users.noName;
  const isMe = member.id === session.value.me?.userId;

  const tell = (next: Faults) => {
    setFaults(next);
    setErrors(errorsOf(next));
    if (next.whole !== undefined) announce(next.whole, 'urgent');
  };

  /** Says what it is now; the next saving goes by that. */
  async function overtaken(): Promise<void> {
    const fresh = await home.members.refresh();
    if (fresh.kind !== 'ok') {
      tell(faultsOf(fresh));
      return;
    }
    const now = fresh.value.find(({ id }) => id === member.id);
    if (now) setVersion(now.version);
    tell({ whole: now ? t.users.conflict(t.users[now.role]) : t.users.goneMeanwhile });
  }

  async function submit(): Promise<void> {
    const wrong = wrongPerson(choice);
    if (wrong.person) {
      tell(faultsOfForm(wrong));
      return;
    }
    setBusy(true);
    const outcome = await home.change(member, version, choice);
    if (outcome.kind === 'ok') {
      toast(t.users.changed(name, t.users[outcome.value.role]));
      onClose();
      void home.members.refresh();
      return;
    }
    if (outcome.kind === 'problem' && outcome.code === 'version-conflict') await overtaken();
    else tell(faultsOf(outcome));
    setBusy(false);
  }

  return (
    <Dialog open={true} title={t.users.changeTitle(name)} onClose={onClose}>
      <form
        class="form"
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {isMe && <Banner kind="warn">{t.users.ownRole}</Banner>}
        {faults.whole !== undefined && <Banner kind="urgent">{faults.whole}</Banner>}
        <ErrorSummary errors={errors} />
        <RoleFields home={home} choice={choice} personError={faults.person} change={setChoice} />
        <Button kind="primary" type="submit" busy={busy}>
          {t.parts.save}
        </Button>
      </form>
    </Dialog>
  );
}
