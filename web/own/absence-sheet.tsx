// How long somebody is away: one tap for what is usual, a form for the rest. It stays open until the API has taken it.
import { useState } from 'preact/hooks';
import type { Outcome } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { errorsOf, type Faults, faultsOf, faultsOfForm, noFaults } from '#web/own/absence-errors.ts';
import { NoteField } from '#web/own/absence-fields.tsx';
import { type AbsenceFields, emptyAbsence, holidayBody, otherBody } from '#web/own/absence-form.ts';
import { type AbsenceNow, absenceOf, presetsAt } from '#web/own/absence-presets.ts';
import { PresetButtons } from '#web/own/preset-buttons.tsx';
import { SheetForm } from '#web/own/sheet-form.tsx';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { When } from '#web/parts/when.tsx';
import { t } from '#web/words/words.ts';

type Mode = 'presets' | 'holiday' | 'other';
interface Sheet {
  readonly mode: Mode;
  readonly fields: AbsenceFields;
}

const emptySheet: Sheet = { mode: 'presets', fields: emptyAbsence };

interface Props {
  /** Of the one who is away: ids only. */
  draftId: string;
  /** undefined: it is me. */
  name?: string | undefined;
  opensMs: number | undefined;
  save: (body: AbsenceNow) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

export function AbsenceSheet({ draftId, name, opensMs, save, onClose }: Props) {
  const draft = useDraft<Sheet>(`absence:${draftId}`, emptySheet);
  const { mode, fields } = draft.value.value;
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [errors, setErrors] = useState(() => errorsOf(noFaults));
  const [busy, setBusy] = useState<string>();
  const nowMs = serverNowMs();

  const show = (mode: Mode) => {
    setFaults(noFaults);
    setErrors([]);
    draft.value.value = { ...draft.value.value, mode };
  };
  const change = (edit: Partial<AbsenceFields>) => {
    draft.value.value = { mode, fields: { ...fields, ...edit } };
  };
  const tell = (next: Faults) => {
    setFaults(next);
    setErrors(errorsOf(next));
    if (next.whole !== undefined) announce(next.whole, 'urgent');
  };

  async function send(body: AbsenceNow, pressed: string): Promise<void> {
    setBusy(pressed);
    const outcome = await save(body);
    setBusy(undefined);
    if (outcome.kind !== 'ok') {
      tell(faultsOf(outcome));
      return;
    }
    draft.clear();
    onClose();
  }

  function submit(): void {
    const made = mode === 'holiday' ? holidayBody(fields, nowMs) : otherBody(fields, nowMs);
    if (made.wrong) tell(faultsOfForm(made.wrong));
    else void send(made.body, 'form');
  }

  /** Nothing was written: the next time begins with one tap again. */
  function close(): void {
    if (JSON.stringify(fields) === JSON.stringify(emptyAbsence)) draft.clear();
    onClose();
  }

  const filling = { fields, errors: faults.fields, change };
  return (
    <Dialog open={true} title={name === undefined ? t.own.sheetTitle : t.own.sheetTitleOf(name)} onClose={close}>
      <div class="form">
        {draft.restored.value !== null && (
          <Banner kind="info">
            <p>
              <When at={draft.restored.value} />: {t.own.draftKept}
            </p>
            <Button kind="quiet" onPress={() => draft.clear()}>
              {t.own.discard}
            </Button>
          </Banner>
        )}
        {faults.whole !== undefined && <Banner kind="urgent">{faults.whole}</Banner>}
        <ErrorSummary errors={errors} />
        {mode === 'presets' ? (
          <>
            <PresetButtons
              presets={presetsAt(nowMs, opensMs)}
              busy={busy}
              onPreset={(preset) => void send(absenceOf(preset, fields.note), preset.name)}
              onForm={show}
            />
            <details open={fields.note !== ''}>
              <summary>{t.own.addNote}</summary>
              <NoteField {...filling} />
            </details>
          </>
        ) : (
          <SheetForm
            mode={mode}
            nowMs={nowMs}
            busy={busy !== undefined}
            onBack={() => show('presets')}
            onSubmit={submit}
            {...filling}
          />
        )}
      </div>
    </Dialog>
  );
}
