// An invitation: whom, as what, and who of the register that is. What is written stays until it has been taken.
import { useState } from 'preact/hooks';
import { newKey } from '#web/api/client.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { Field } from '#web/parts/field.tsx';
import { toast } from '#web/parts/toast.tsx';
import { When } from '#web/parts/when.tsx';
import type { Home } from '#web/users/homes.ts';
import { type Invitation, type Sent, sentAs, wrongOf } from '#web/users/member.ts';
import { errorsOf, type Faults, faultsOf, faultsOfForm } from '#web/users/member-faults.ts';
import { RoleFields } from '#web/users/role-fields.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  home: Home;
  title: string;
  /** The first of all is to be an admin. */
  isFirst: boolean;
  onClose: () => void;
}

interface InviteDraft extends Invitation {
  readonly sent: Sent | null;
}

const nobody: Omit<InviteDraft, 'role'> = {
  email: '',
  name: '',
  staffId: null,
  setsAbsences: false,
  maySign: false,
  sent: null,
};
const empty = {
  /** Somebody has to sign before anything of the client is stored. */
  first: { ...nobody, role: 'clientAdmin', maySign: true },
  client: { ...nobody, role: 'clientAdmin' },
  service: { ...nobody, role: 'operator' },
} satisfies Record<string, InviteDraft>;

export function InviteDialog({ home, title, isFirst, onClose }: Props) {
  const draft = useDraft<InviteDraft>(
    `invite:${home.clientId ?? 'service'}`,
    home.clientId === undefined ? empty.service : isFirst ? empty.first : empty.client,
  );
  const fields = draft.value.value;
  const [faults, setFaults] = useState<Faults>({});
  const [errors, setErrors] = useState(() => errorsOf({}));
  const [busy, setBusy] = useState(false);

  const change = (edit: Partial<InviteDraft>) => {
    draft.value.value = { ...draft.value.value, ...edit };
  };
  const tell = (next: Faults) => {
    setFaults(next);
    setErrors(errorsOf(next));
    if (next.whole !== undefined) announce(next.whole, 'urgent');
  };

  async function submit(): Promise<void> {
    const { sent: before, ...invitation } = fields;
    const wrong = wrongOf(invitation);
    if (Object.keys(wrong).length > 0) {
      tell(faultsOfForm(wrong));
      return;
    }
    const sent = sentAs(invitation, before, newKey);
    change({ sent });
    setBusy(true);
    const outcome = await home.invite(invitation, sent.key);
    setBusy(false);
    if (outcome.kind !== 'ok') {
      tell(faultsOf(outcome));
      return;
    }
    draft.clear();
    toast(t.users.invited(outcome.value.name ?? invitation.name));
    onClose();
    void home.members.refresh();
  }

  return (
    <Dialog open={true} title={title} onClose={onClose}>
      <form
        class="form"
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        <p class="quiet">{t.users.inviteHint}</p>
        {isFirst && <Banner kind="info">{t.users.beforeAgreement}</Banner>}
        {draft.restored.value !== null && (
          <Banner kind="info">
            <p>
              <When at={draft.restored.value} />: {t.users.clients.draftKept}
            </p>
            <Button kind="quiet" onPress={() => draft.clear()}>
              {t.users.clients.discard}
            </Button>
          </Banner>
        )}
        {faults.whole !== undefined && <Banner kind="urgent">{faults.whole}</Banner>}
        <ErrorSummary errors={errors} />
        <Field label={t.users.email} name="email" hint={t.users.emailHint} error={faults.email}>
          {(props) => (
            <input
              {...props}
              type="email"
              autocomplete="off"
              value={fields.email}
              onInput={(event) => change({ email: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t.users.name} name="name" error={faults.name}>
          {(props) => (
            <input
              {...props}
              autocomplete="off"
              maxLength={200}
              value={fields.name}
              onInput={(event) => change({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <RoleFields home={home} choice={fields} personError={faults.person} change={change} />
        <Button kind="primary" type="submit" busy={busy}>
          {t.users.invite}
        </Button>
      </form>
    </Dialog>
  );
}
