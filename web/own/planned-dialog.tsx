// An absence that lies ahead, or one that comes back on its days.
import { useState } from 'preact/hooks';
import type { Outcome } from '#web/api/outcome.ts';
import { serverNowMs } from '#web/api/server-clock.ts';
import { useDraft } from '#web/kept/drafts.ts';
import { errorsOf, type Faults, faultsOf, faultsOfForm, noFaults } from '#web/own/absence-errors.ts';
import { MomentField, NoteField, OperatorFields, ReasonField } from '#web/own/absence-fields.tsx';
import { type AbsenceFields, emptyAbsence, plannedEntry, recurringEntry } from '#web/own/absence-form.ts';
import { DaysField } from '#web/own/days-field.tsx';
import type { ListedInput } from '#web/own/own-person.ts';
import { today } from '#web/own/stockholm.ts';
import { announce } from '#web/parts/announce.tsx';
import { Banner } from '#web/parts/banner.tsx';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { ErrorSummary } from '#web/parts/error-summary.tsx';
import { t } from '#web/words/words.ts';

type Kind = 'once' | 'recurring';
interface Planned {
  readonly kind: Kind;
  readonly fields: AbsenceFields;
}

const usual = { once: 'holiday', recurring: 'lunch' } as const;
const emptyPlanned: Planned = { kind: 'once', fields: { ...emptyAbsence, reason: usual.once } };

interface Props {
  draftId: string;
  save: (entry: ListedInput) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

export function PlannedDialog({ draftId, save, onClose }: Props) {
  const draft = useDraft<Planned>(`planned:${draftId}`, emptyPlanned);
  const { kind, fields } = draft.value.value;
  const [faults, setFaults] = useState<Faults>(noFaults);
  const [errors, setErrors] = useState(() => errorsOf(noFaults));
  const [busy, setBusy] = useState(false);
  const change = (edit: Partial<AbsenceFields>) => {
    draft.value.value = { kind, fields: { ...fields, ...edit } };
  };
  const tell = (next: Faults) => {
    setFaults(next);
    setErrors(errorsOf(next));
    if (next.whole !== undefined) announce(next.whole, 'urgent');
  };

  async function submit(): Promise<void> {
    const made = kind === 'once' ? plannedEntry(fields, serverNowMs()) : recurringEntry(fields);
    if (made.wrong) {
      tell(faultsOfForm(made.wrong));
      return;
    }
    setBusy(true);
    const outcome = await save(made.body);
    setBusy(false);
    if (outcome.kind !== 'ok') {
      tell(faultsOf(outcome));
      return;
    }
    draft.clear();
    onClose();
  }

  const filling = { fields, errors: faults.fields, change };
  const day = today(serverNowMs());
  return (
    <Dialog open={true} title={t.own.plannedAdd} onClose={onClose}>
      <form
        class="form"
        noValidate={true}
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit();
        }}
      >
        {faults.whole !== undefined && <Banner kind="urgent">{faults.whole}</Banner>}
        <ErrorSummary errors={errors} />
        <Radios
          legend={t.own.howOften}
          value={kind}
          options={[
            { value: 'once', label: t.own.once },
            { value: 'recurring', label: t.own.recurring },
          ]}
          onChange={(next) => {
            // What recurs is seldom a holiday, and what is planned once seldom lunch: as long as nobody has chosen.
            const reason = fields.reason === usual[kind] ? usual[next] : fields.reason;
            draft.value.value = { kind: next, fields: { ...fields, reason } };
          }}
        />
        <ReasonField {...filling} />
        {kind === 'recurring' && <DaysField {...filling} />}
        {kind === 'once' && (
          <div class="pair">
            <MomentField name="fromDay" label={t.own.fromDay} min={day} {...filling} />
            <MomentField name="untilDay" label={t.own.backDay} min={fields.fromDay || day} {...filling} />
          </div>
        )}
        <div class="pair">
          <MomentField name="fromTime" label={t.own.fromTime} optional={true} {...filling} />
          <MomentField name="untilTime" label={t.own.untilTime} optional={true} {...filling} />
        </div>
        {kind === 'once' && <p class="meta">{t.own.wholeDay}</p>}
        <NoteField {...filling} />
        <OperatorFields {...filling} />
        <Button kind="primary" type="submit" busy={busy}>
          {t.own.save}
        </Button>
      </form>
    </Dialog>
  );
}
