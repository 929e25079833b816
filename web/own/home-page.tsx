// A person's own start: in or away, what is planned, the newest messages, how they are reached.
import { useMemo } from 'preact/hooks';
import { Loaded } from '#web/api/loaded.tsx';
import { usePoll } from '#web/api/poll.ts';
import { Colleagues } from '#web/own/colleagues.tsx';
import { Elsewhere } from '#web/own/elsewhere.tsx';
import { NewestMessages } from '#web/own/newest-messages.tsx';
import { type OwnMembership, useOwnMembership } from '#web/own/own-membership.ts';
import { personOf } from '#web/own/own-person.ts';
import { OwnState } from '#web/own/own-state.tsx';
import { PlannedAbsences } from '#web/own/planned-absences.tsx';
import { Reach } from '#web/own/reach.tsx';
import { Page } from '#web/parts/page.tsx';
import { t } from '#web/words/words.ts';

/** An absence ends by itself, and others set it too. */
const PACE = { activeMs: 30_000, idleMs: 120_000 };

export function HomePage() {
  const membership = useOwnMembership();
  return membership ? <Home key={membership.who.staffId} {...membership} /> : null;
}

function Home({ who, isAdmin, setsAbsences }: OwnMembership) {
  const person = useMemo(() => personOf(who), []);
  usePoll(person.refresh, PACE);
  return (
    <Page title={t.own.title}>
      <Loaded of={person}>
        {(known) => (
          <div class="own">
            <OwnState who={who} person={person} known={known} isAdmin={isAdmin} />
            <NewestMessages who={who} isAdmin={isAdmin} />
            <div class="own-side">
              <Elsewhere here={who.clientId} absence={known.staff.absence} />
              <PlannedAbsences who={who} person={person} known={known} />
              <Reach who={who} staff={known.staff} />
            </div>
            {setsAbsences && <Colleagues who={who} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
