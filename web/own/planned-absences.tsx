// What is planned and what recurs: a line each, one more, or one less.
import { useState } from 'preact/hooks';
import type { Cached } from '#web/api/cached.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { whenAway } from '#web/own/absence-state.ts';
import { changeAbsences, type Listed, type ListedInput, type Person, putBack, type Who } from '#web/own/own-person.ts';
import { PlannedDialog } from '#web/own/planned-dialog.tsx';
import { spokenNow } from '#web/own/spoken.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

export function PlannedAbsences({ who, person, known }: { who: Who; person: Cached<Person>; known: Person }) {
  const [open, setOpen] = useState(false);
  const [removing, setRemoving] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const nowMs = serverNowMs();
  const spoken = spokenNow(nowMs);
  const lineOf = (absence: ListedInput): string => {
    const { from = null, until = null, note = null, recurring = null } = absence;
    const when = whenAway({ reason: absence.reason, from, until, note, recurring }, spoken);
    return `${t.parts.reasons[absence.reason]} ${when}`;
  };
  /** What holds now stands above, with its own button. */
  const listed = (known.staff.absences ?? []).filter(({ from }) => from === null || Date.parse(from) > nowMs);

  async function write(edit: (absences: readonly Listed[]) => ListedInput[], words: string) {
    const before = person.value.peek() ?? known;
    let said = words;
    const merged = () => {
      said = t.own.mergedToast;
    };
    const outcome = await person.change(before, () => changeAbsences(who, before, edit, merged));
    if (outcome.kind === 'ok') toast(said, () => void undo(before, outcome.value));
    return outcome;
  }

  async function undo(before: Person, after: Person): Promise<void> {
    const outcome = await person.change(person.value.peek() ?? after, () => putBack(who, before, after));
    toast(outcome.kind === 'ok' ? t.own.undone : t.own.notUndone);
  }

  async function remove(gone: Listed): Promise<void> {
    setRemoving(gone.id);
    setRefused(undefined);
    const outcome = await write((absences) => absences.filter(({ id }) => id !== gone.id), t.own.removed(lineOf(gone)));
    setRemoving(undefined);
    if (outcome.kind !== 'ok') setRefused(refusalWords(outcome));
  }

  return (
    <section class="own-part" aria-labelledby="own-planned">
      <h2 id="own-planned">{t.own.planned}</h2>
      {refused !== undefined && <Banner kind="urgent">{refused}</Banner>}
      {listed.length === 0 && (
        <p class="quiet">
          {t.own.plannedNone} {t.own.plannedAddHint}
        </p>
      )}
      <ul class="own-lines">
        {listed.map((absence) => (
          <li key={absence.id} class="own-line">
            <div>
              <p>{t.parts.reasons[absence.reason]}</p>
              <p class="meta">{whenAway(absence, spoken)}</p>
              {absence.note !== null && <p class="meta">”{absence.note}”</p>}
            </div>
            <Button
              kind="quiet"
              busy={removing === absence.id}
              label={t.parts.remove(lineOf(absence))}
              onPress={() => void remove(absence)}
            >
              {t.own.takeOut}
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => setOpen(true)}>{t.own.plannedAdd}</Button>
      {open && (
        <PlannedDialog
          draftId={`${who.clientId}:${who.staffId}`}
          save={(entry) => write((absences) => [...absences, entry], t.own.added(lineOf(entry)))}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
