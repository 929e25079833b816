// In or away, in words, with what callers are told; the button that opens the absences, and the one that ends them.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Cached } from '#web/api/cached.ts';
import type { Outcome } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { AbsenceNow } from '#web/own/absence-presets.ts';
import { AbsenceSheet } from '#web/own/absence-sheet.tsx';
import { momentWords, stateWords, whenAway } from '#web/own/absence-state.ts';
import { nextOpeningOf } from '#web/own/next-opening.ts';
import { endAbsence, type Person, putBack, setAbsence, type Who } from '#web/own/own-person.ts';
import { SaidToCallers } from '#web/own/said-to-callers.tsx';
import { spokenNow } from '#web/own/spoken.ts';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { t } from '#web/words/words.ts';

interface Props {
  who: Who;
  person: Cached<Person>;
  known: Person;
  isAdmin: boolean;
}

const connectWords = () => ({ yes: t.own.connectYes, ask: t.own.connectAsk, no: t.own.connectNo });

export function OwnState({ who, person, known, isAdmin }: Props) {
  const [open, setOpen] = useState(false);
  const [ending, setEnding] = useState(false);
  const [refused, setRefused] = useState<string>();
  const opening = useMemo(() => (isAdmin ? nextOpeningOf(who.clientId) : undefined), []);
  useEffect(() => void opening?.refresh(), []);
  const { staff } = known;
  const { absence, nextAbsence } = staff;
  const spoken = spokenNow();

  useEffect(() => {
    if (!absence) return;
    const leftMs = Math.min(Date.parse(absence.back) - serverNowMs() + 1_000, 2 ** 31 - 1);
    const timer = setTimeout(() => void person.refresh(), Math.max(leftMs, 1_000));
    return () => clearTimeout(timer);
  }, [absence?.back]);

  async function undo(before: Person, after: Person): Promise<void> {
    const outcome = await person.change(person.value.peek() ?? after, () => putBack(who, before, after));
    toast(outcome.kind === 'ok' ? t.own.undone : t.own.notUndone);
    if (outcome.kind !== 'ok') void person.refresh();
  }

  /** What `commit` leads to, with a way back. */
  async function write(commit: () => Promise<Outcome<Person>>, words: (after: Person) => string, hasUndo = true) {
    const before = person.value.peek() ?? known;
    const outcome = await person.change(before, commit);
    if (outcome.kind === 'ok')
      toast(words(outcome.value), hasUndo ? () => void undo(before, outcome.value) : undefined);
    return outcome;
  }

  const setWords = (body: AbsenceNow, after: Person): string => {
    const now = { ...spoken, nowMs: serverNowMs() };
    const { reason, from, until } = body;
    if (from === undefined) return t.own.setToast(stateWords(after.staff.absence, now));
    const when = whenAway({ reason, from, until, note: null, recurring: null }, now);
    return t.own.added(`${t.parts.reasons[reason]} ${when}`);
  };

  const save = (body: AbsenceNow) =>
    write(
      () => setAbsence(who, body),
      (after) => setWords(body, after),
    );

  async function back(): Promise<void> {
    setEnding(true);
    setRefused(undefined);
    const outcome = await write(
      () => endAbsence(who),
      () => t.own.backToast,
      // Of one that recurs, back is back: the list has nothing that could bring this occurrence again.
      staff.absences?.some(({ id, recurring }) => id === absence?.id && recurring === null),
    );
    setEnding(false);
    if (outcome.kind !== 'ok') setRefused(refusalWords(outcome));
  }

  return (
    <>
      <section class={absence ? 'own-now away' : 'own-now'} aria-label={t.own.nowTitle}>
        <div>
          <p class="meta">{staff.name}</p>
          <p class="own-state">{stateWords(absence, spoken)}</p>
          <p class="quiet">
            {absence
              ? absence.calls === 'open'
                ? t.own.connectAll
                : t.own.takeMessages
              : connectWords()[staff.connect]}
          </p>
        </div>
        <SaidToCallers who={who} staff={staff} />
        {refused !== undefined && <Banner kind="urgent">{refused}</Banner>}
        <div class="actions">
          {/* One button with two meanings: the focus that was on it stays. */}
          <Button kind="primary" busy={ending} onPress={() => (absence ? void back() : setOpen(true))}>
            {absence ? t.own.amBack : t.own.amAway}
          </Button>
          {absence && <Button onPress={() => setOpen(true)}>{t.own.newAbsence}</Button>}
        </div>
        {nextAbsence && (
          <p class="meta">{t.own.nextUp(t.parts.reasons[nextAbsence.reason], momentWords(nextAbsence.from, spoken))}</p>
        )}
      </section>
      {open && (
        <AbsenceSheet
          draftId={`${who.clientId}:${who.staffId}`}
          opensMs={opening?.value.value ?? undefined}
          save={save}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
