// Colleagues whose absences the person may set: who is in, and two taps for each.
import { useMemo, useState } from 'preact/hooks';
import { cached } from '#web/api/cached.ts';
import { api } from '#web/api/client.ts';
import { Loaded } from '#web/api/loaded.tsx';
import { ask, type Outcome } from '#web/api/outcome.ts';
import type { StaffMember } from '#web/api/types.ts';
import type { AbsenceNow } from '#web/own/absence-presets.ts';
import { AbsenceSheet } from '#web/own/absence-sheet.tsx';
import { stateWords } from '#web/own/absence-state.ts';
import { endAbsence, setAbsence, type Who } from '#web/own/own-person.ts';
import { spokenNow } from '#web/own/spoken.ts';
import { Button } from '#web/parts/button.tsx';
import { Initials } from '#web/parts/initials.tsx';
import { toast } from '#web/parts/toast.tsx';
import { byName } from '#web/words/name-sort.ts';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

const PAGE = 100;
const MOST = 500;

async function everybody(clientId: string): Promise<Outcome<StaffMember[]>> {
  const all: StaffMember[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { limit: PAGE, ...(cursor !== undefined && { cursor }) };
    const page = await ask(api.GET('/v1/clients/{clientId}/staff', { params: { path: { clientId }, query } }));
    if (page.kind !== 'ok') return page;
    all.push(...page.value.items);
    cursor = page.value.nextCursor ?? undefined;
    if (cursor === undefined || all.length >= MOST) return { ...page, value: all };
  }
}

/** What held before, for whom may set absences but not write the list. */
function setAgain(who: Who, { absence }: StaffMember): Promise<Outcome<unknown>> | undefined {
  if (!absence) return undefined;
  const { reason, from, until, note, operatorNote, calls, colleagues } = absence;
  return setAbsence(who, { reason, from, until, note, operatorNote, calls, colleagues });
}

export function Colleagues({ who }: { who: Who }) {
  const { clientId } = who;
  const list = useMemo(() => cached(`colleagues:${clientId}`, () => everybody(clientId)), []);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<StaffMember>();
  const [busy, setBusy] = useState<string>();
  const spoken = spokenNow();
  const whoIs = ({ id }: StaffMember): Who => ({ clientId, staffId: id });

  async function done(outcome: Outcome<unknown>, words: string, undo?: () => Promise<unknown>) {
    const back = undo && (() => void undo().then(() => list.refresh()));
    toast(outcome.kind === 'ok' ? words : refusalWords(outcome), outcome.kind === 'ok' ? back : undefined);
    await list.refresh();
  }

  async function away(colleague: StaffMember, body: AbsenceNow) {
    const outcome = await setAbsence(whoIs(colleague), body);
    if (outcome.kind !== 'ok') return outcome;
    const words = `${colleague.name}: ${stateWords(outcome.value.staff.absence, spoken)}`;
    await done(outcome, words, async () => {
      await endAbsence(whoIs(colleague));
      await setAgain(whoIs(colleague), colleague);
    });
    return outcome;
  }

  async function back(colleague: StaffMember) {
    setBusy(colleague.id);
    const outcome = await endAbsence(whoIs(colleague));
    setBusy(undefined);
    await done(outcome, t.own.backToastOf(colleague.name), async () => setAgain(whoIs(colleague), colleague));
  }

  return (
    <section class="own-part wide" aria-labelledby="own-colleagues">
      <h2 id="own-colleagues">{t.own.colleagues}</h2>
      <p class="quiet">{t.own.colleaguesHint}</p>
      <Loaded of={list}>
        {(all) => {
          const wanted = text.trim().toLocaleLowerCase('sv');
          const shown = all
            .filter(({ id, active }) => active && id !== who.staffId)
            .filter(({ name }) => name.toLocaleLowerCase('sv').includes(wanted))
            .sort((one, other) => byName(one.name, other.name));
          return (
            <>
              {(all.length > 8 || text !== '') && (
                <div class="field">
                  <label for="own-find">{t.own.colleaguesFind}</label>
                  <input
                    id="own-find"
                    type="search"
                    value={text}
                    onInput={(event) => setText(event.currentTarget.value)}
                  />
                </div>
              )}
              <ul class="own-lines">
                {shown.map((colleague) => (
                  <li key={colleague.id} class="own-line">
                    <Initials name={colleague.name} />
                    <div>
                      <p>{colleague.name}</p>
                      <p class="meta">{stateWords(colleague.absence, spoken)}</p>
                    </div>
                    {colleague.absence ? (
                      <Button
                        busy={busy === colleague.id}
                        label={t.own.backOf(colleague.name)}
                        onPress={() => void back(colleague)}
                      >
                        {t.own.isBack}
                      </Button>
                    ) : (
                      <Button label={t.own.awayOf(colleague.name)} onPress={() => setChosen(colleague)}>
                        {t.own.isAway}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
      {chosen && (
        <AbsenceSheet
          key={chosen.id}
          draftId={`${clientId}:${chosen.id}`}
          name={chosen.name}
          opensMs={undefined}
          save={(body) => away(chosen, body)}
          onClose={() => setChosen(undefined)}
        />
      )}
    </section>
  );
}
