// Between two calls: drafts that were left, what is to be seen to, and the last clients. Nothing else.
import type { Call } from '#web/desk/call.ts';
import type { KeptView } from '#web/desk/desk-types.ts';
import { Button } from '#web/parts/button.tsx';
import { navCounts } from '#web/parts/nav-counts.ts';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  recents: readonly KeptView[];
  onOpen: (view: KeptView) => void;
}

const MOST_RECENT = 6;

export function RestingPlace({ recents, onOpen }: Props) {
  const toSee = navCounts.value.attention ?? 0;
  return (
    <div class="resting">
      {toSee > 0 && (
        <p>
          <a class="to-see" href="/desk/attention">
            {t.desk.toSee(toSee)}
          </a>
        </p>
      )}
      {recents.length > 0 ? (
        <section>
          <h2 class="eyebrow">{t.desk.recent}</h2>
          <ul class="recents">
            {recents.slice(0, MOST_RECENT).map((view) => (
              <li key={view.desk.clientId}>
                <button type="button" class="recent" onClick={() => onOpen(view)}>
                  {view.desk.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p class="quiet">{t.desk.restHint}</p>
      )}
    </div>
  );
}

interface ParkedProps {
  calls: readonly Call[];
  onResume: (call: Call) => void;
  onThrow: (call: Call) => void;
}

/** "Oskickat utkast från 10.42" */
export function Parked({ calls, onResume, onThrow }: ParkedProps) {
  if (calls.length === 0) return null;
  return (
    <ul class="strips" aria-label={t.desk.drafts}>
      {calls.map((call) => (
        <li class="strip draft" key={call.id}>
          <p>
            {t.desk.draftFrom} <When at={call.changedAtMs} /> · <b>{call.clientName}</b>
            {call.recipient && ` · ${t.desk.toWhom(call.recipient.name)}`}
            {call.isPerhapsSent && ` · ${t.desk.perhapsSent}`}
          </p>
          <span class="strip-actions">
            <Button onPress={() => onResume(call)}>{t.desk.resume}</Button>
            <Button kind="quiet" onPress={() => onThrow(call)}>
              {t.desk.throwAway}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
