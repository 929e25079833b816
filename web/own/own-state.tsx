// In or away, in words, with what callers are told; the button that opens the absences, and the one that ends them.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Cached } from '#web/api/cached.ts';
import type { Outcome } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import type { AbsenceNow } from '#web/own/absence-presets.ts';
import { AbsenceSheet } from '#web/own/absence-sheet.tsx';
import { momentWords, stateWords } from '#web/own/absence-state.ts';
import { nextOpeningOf } from '#web/own/next-opening.ts';
import { endAbsence, type Person, putBack, setAbsence, type Who } from '#web/own/own-person.ts';
import { SaidToCallers } from '#web/own/said-to-callers.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { toast } from '#web/parts/toast.tsx';
import { refusalWords } from '#web/words/problem-words.ts';
import { language, t } from '#web/words/words.ts';

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
  const spoken = { words: t.own, language: language(), nowMs: serverNowMs() };

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
  async function write(commit: () => Promise<Outcome<Person>>, words: (after: Person) => string) {
    const before = person.value.peek() ?? known;
    const outcome = await person.change(before, commit);
    if (outcome.kind === 'ok') toast(words(outcome.value), () => void undo(before, outcome.value));
    return outcome;
  }

  const save = (body: AbsenceNow) =>
    write(
      () => setAbsence(who, body),
      (after) => t.own.setToast(stateWords(after.staff.absence, { ...spoken, nowMs: serverNowMs() })),
    );

  async function back(): Promise<void> {
    setEnding(true);
    setRefused(undefined);
    const outcome = await write(
      () => endAbsence(who),
      () => t.own.backToast,
    );
    setEnding(false);
    if (outcome.kind !== 'ok') setRefused(refusalWords(outcome));
  }

  return (
    <>
      <section class={absence ? 'own-now away' : 'own-now'} aria-label={t.own.nowTitle}>
        <div>
          <p class="meta">{staff.name}</p>
          <p class="own-state" role="status">
            {stateWords(absence, spoken)}
          </p>
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
          {absence && (
            <Button kind="primary" busy={ending} onPress={() => void back()}>
              {t.own.amBack}
            </Button>
          )}
          <Button kind={absence ? 'plain' : 'primary'} onPress={() => setOpen(true)}>
            {absence ? t.own.newAbsence : t.own.amAway}
          </Button>
        </div>
        {nextAbsence && (
          <p class="meta">{t.own.nextUp(t.own.reasons[nextAbsence.reason], momentWords(nextAbsence.from, spoken))}</p>
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
