// Whoever works at several companies: how it stands at the others, and the same absence there with one press.
import { useMemo, useState } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import type { Membership, StaffMember } from '#web/api/types.ts';
import { stateWords } from '#web/own/absence-state.ts';
import { personOf, setAbsence } from '#web/own/own-person.ts';
import { spokenNow } from '#web/own/spoken.ts';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { session } from '#web/session/session.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

type Absence = StaffMember['absence'];

function Other({ membership, absence }: { membership: Membership & { staffId: string }; absence: Absence }) {
  const { clientId, clientName, staffId } = membership;
  const person = useMemo(() => personOf({ clientId, staffId }), [clientId, staffId]);
  const [busy, setBusy] = useState(false);
  const spoken = spokenNow();

  /** Colleagues to ask instead belong to one register: they do not go along. */
  async function copy({ reason, until, note, operatorNote, calls }: NonNullable<Absence>): Promise<void> {
    const now = person.value.peek();
    if (!now) return;
    setBusy(true);
    const body = { reason, until, note, operatorNote, calls, colleagues: [] };
    const outcome = await person.change(now, () => setAbsence({ clientId, staffId }, body));
    setBusy(false);
    toast(outcome.kind === 'ok' ? t.own.sameDone(clientName) : refusalWords(outcome));
  }

  return (
    <li class="own-line">
      <div>
        <a href={`/c/${clientId}/me`}>{clientName}</a>
        <Loaded of={person}>{({ staff }) => <p class="meta">{stateWords(staff.absence, spoken)}</p>}</Loaded>
      </div>
      {absence && person.value.value?.staff.absence === null && (
        <Button busy={busy} label={t.own.sameThereAt(clientName)} onPress={() => void copy(absence)}>
          {t.own.sameThere}
        </Button>
      )}
    </li>
  );
}

export function Elsewhere({ here, absence }: { here: string; absence: Absence }) {
  const others = (session.value.me?.memberships ?? []).filter(
    (one): one is Membership & { staffId: string } => one.clientId !== here && one.staffId !== null,
  );
  if (others.length === 0) return null;
  return (
    <section class="own-part" aria-labelledby="own-elsewhere">
      <h2 id="own-elsewhere">{t.own.elsewhere}</h2>
      <ul class="own-lines">
        {others.map((membership) => (
          <Other key={membership.clientId} membership={membership} absence={absence} />
        ))}
      </ul>
    </section>
  );
}
