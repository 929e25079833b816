// When the client is open: week, holidays, eves and seasons, and the calendar that comes of them.
import { useState } from 'preact/hooks';
import { Calendar } from '#web/client/calendar-page.tsx';
import type { Day } from '#web/client/day-words.ts';
import { errorOf } from '#web/client/field-errors.ts';
import {
  allHours,
  type DayRule,
  type Hours,
  newHours,
  type SpecialDay,
  specialDayOn,
  withoutSpecialDay,
  withSpecialDay,
} from '#web/client/hours-model.ts';
import type { Answering, AnsweringChange, Source, Versioned } from '#web/client/record-source.ts';
import { Seasons } from '#web/client/seasons.tsx';
import { SectionForm } from '#web/client/section-form.tsx';
import { SpecialDayDialog } from '#web/client/special-day-dialog.tsx';
import { useSection } from '#web/client/use-section.ts';
import { Radios } from '#web/parts/check.tsx';
import { SpansEditor, WeekEditor } from '#web/parts/hours-editor.tsx';
import { t } from '#web/words/words.ts';

export interface TabProps {
  clientId: string;
  source: Source<Answering, AnsweringChange>;
  answering: Versioned<Answering>;
  readOnly: boolean;
}

const pick = ({ hours }: Answering): { hours: Hours | null } => ({ hours });

export function OpeningHours({ clientId, source, answering, readOnly }: TabProps) {
  const section = useSection(`hours:${clientId}`, source, answering, pick);
  const [picked, setPicked] = useState<Day>();
  const { hours } = section.value;
  const errorAt = (pointer: string) => errorOf(section.errors, pointer);
  const change = (part: Partial<Hours>) => section.set({ hours: { ...(hours ?? newHours()), ...part } });

  function setSpecial(next: Hours): void {
    const goesNow = !section.isChanged;
    section.set({ hours: next });
    setPicked(undefined);
    if (goesNow) void section.save();
  }

  return (
    <div class="hours-page">
      <SectionForm of={section} readOnly={readOnly}>
        <Radios
          legend={t.client.openWhen}
          value={hours ? 'hours' : 'always'}
          options={[
            { value: 'hours', label: t.client.atHours },
            { value: 'always', label: t.client.alwaysOpen },
          ]}
          onChange={(value) => section.set({ hours: value === 'always' ? null : (section.saved.hours ?? newHours()) })}
        />
        {hours && (
          <>
            <h2>{t.client.week}</h2>
            <p class="meta">{t.client.weekHint}</p>
            <WeekEditor at="/hours/week" week={hours.week} onChange={(week) => change({ week })} errorAt={errorAt} />
            <div class="columns">
              <DayRuleEditor
                at="/hours/holidays"
                label={t.client.holidays}
                rule={hours.holidays ?? 'closed'}
                onChange={(holidays) => change({ holidays })}
                errorAt={errorAt}
              />
              <DayRuleEditor
                at="/hours/eves"
                label={t.client.eves}
                hint={t.client.evesHint}
                rule={hours.eves ?? 'asWeek'}
                onChange={(eves) => change({ eves })}
                errorAt={errorAt}
              />
            </div>
            <Seasons
              seasons={hours.seasons ?? []}
              onChange={(seasons) => change({ seasons })}
              errors={section.errors}
            />
          </>
        )}
      </SectionForm>
      {!readOnly && <Calendar clientId={clientId} hours={hours} onPick={setPicked} />}
      {picked && (
        <SpecialDayDialog
          day={picked}
          special={specialDayOn(hours, picked.date)}
          withOthers={section.isChanged}
          onSet={(day: SpecialDay) => setSpecial(withSpecialDay(hours ?? allHours(), day))}
          onRemove={() => setSpecial(withoutSpecialDay(hours ?? allHours(), picked.date))}
          onClose={() => setPicked(undefined)}
        />
      )}
    </div>
  );
}

interface RuleProps {
  at: string;
  label: string;
  hint?: string;
  rule: DayRule;
  onChange: (rule: DayRule) => void;
  errorAt: (pointer: string) => string | undefined;
}

function DayRuleEditor({ at, label, hint, rule, onChange, errorAt }: RuleProps) {
  const value = typeof rule === 'string' ? rule : 'times';
  return (
    <div>
      <Radios
        legend={label}
        {...(hint !== undefined && { hint })}
        value={value}
        options={[
          { value: 'closed', label: t.parts.closedDay },
          { value: 'asWeek', label: t.client.asWeek },
          { value: 'times', label: t.client.otherTimes },
        ]}
        onChange={(next) => onChange(next === 'times' ? [{ from: '08:00', until: '12:00' }] : next)}
      />
      {typeof rule !== 'string' && (
        <SpansEditor label={label} at={at} spans={rule} onChange={onChange} errorAt={errorAt} />
      )}
    </div>
  );
}
