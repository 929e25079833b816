// The members of a home in the order of their names, with the way to invite, change and withdraw.
import { useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { Button } from '#web/parts/button.tsx';
import { Empty } from '#web/parts/empty.tsx';
import { Page } from '#web/parts/page.tsx';
import type { Home } from '#web/users/homes.ts';
import { InviteDialog } from '#web/users/invite-dialog.tsx';
import type { Member } from '#web/users/member.ts';
import { MemberRow } from '#web/users/member-row.tsx';
import { RoleDialog } from '#web/users/role-dialog.tsx';
import { WithdrawDialog } from '#web/users/withdraw-dialog.tsx';
import { byName } from '#web/words/name-sort.ts';
import { t } from '#web/words/words.ts';

type Open = { kind: 'invite' } | { kind: 'change' | 'withdraw'; member: Member };

interface Props {
  home: Home;
  words: { title: string; intro: string; inviteTitle: string; withdrawText: string };
  personOf?: (staffId: string) => string | undefined;
}

const nameOf = ({ name, email }: Member): string => name ?? email ?? '';

export function Members({ home, words, personOf }: Props) {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const known = home.members.value.value;
  return (
    <Page
      title={words.title}
      actions={
        <Button kind="primary" onPress={() => setOpen({ kind: 'invite' })}>
          {t.users.invite}
        </Button>
      }
    >
      <p class="quiet measure">{words.intro}</p>
      <Loaded of={home.members}>
        {(members) =>
          members.length === 0 ? (
            <Empty title={t.users.none}>
              <p>{t.users.noneHint}</p>
            </Empty>
          ) : (
            <ul class="members" aria-label={words.title}>
              {[...members]
                .sort((one, other) => byName(nameOf(one), nameOf(other)))
                .map((member) => (
                  <MemberRow
                    key={member.id}
                    member={member}
                    person={member.staffId === null ? undefined : personOf?.(member.staffId)}
                    onChange={() => setOpen({ kind: 'change', member })}
                    onWithdraw={() => setOpen({ kind: 'withdraw', member })}
                  />
                ))}
            </ul>
          )
        }
      </Loaded>
      {open?.kind === 'invite' && (
        <InviteDialog
          home={home}
          title={words.inviteTitle}
          isFirst={home.clientId !== undefined && known?.length === 0}
          onClose={close}
        />
      )}
      {open?.kind === 'change' && <RoleDialog home={home} member={open.member} onClose={close} />}
      {open?.kind === 'withdraw' && (
        <WithdrawDialog home={home} member={open.member} text={words.withdrawText} onClose={close} />
      )}
    </Page>
  );
}
