// The longer way to be away: whole days, or a reason with a day and a time.
import { type Filling, MomentField, NoteField, OperatorFields, ReasonField } from '#web/own/absence-fields.tsx';
import { dayAfter, today } from '#web/own/stockholm.ts';
import { Button } from '#web/parts/button.tsx';
import { t } from '#web/words/words.ts';

interface Props extends Filling {
  mode: 'holiday' | 'other';
  nowMs: number;
  busy: boolean;
  onBack: () => void;
  onSubmit: () => void;
}

export function SheetForm({ mode, nowMs, busy, onBack, onSubmit, ...filling }: Props) {
  const { fields } = filling;
  const day = today(nowMs);
  const shown = {
    ...filling,
    fields: { ...fields, fromDay: fields.fromDay || day, untilDay: fields.untilDay || (mode === 'other' ? day : '') },
  };
  return (
    <form
      class="form"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <div class="pair">
        {mode === 'holiday' ? (
          <>
            <MomentField name="fromDay" label={t.own.firstDay} min={day} {...shown} />
            <MomentField name="untilDay" label={t.own.backDay} min={dayAfter(shown.fields.fromDay)} {...shown} />
          </>
        ) : (
          <>
            <MomentField name="untilDay" label={t.own.untilDay} min={day} {...shown} />
            <MomentField name="untilTime" label={t.own.untilTime} {...shown} />
          </>
        )}
      </div>
      {mode === 'other' && <ReasonField {...filling} />}
      <NoteField {...filling} />
      <OperatorFields {...filling} />
      <div class="actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t.own.save}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t.own.otherWays}
        </Button>
      </div>
    </form>
  );
}
