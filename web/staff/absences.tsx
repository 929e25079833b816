// Absences, given and recurring: when, why, what callers and operators are told, and whom to ask instead.
import { Button } from '#web/parts/button.tsx';
import { Check } from '#web/parts/check.tsx';
import { absenceTitle } from '#web/staff/absence-words.ts';
import { type Colleague, ColleagueChoice } from '#web/staff/colleagues.tsx';
import { EntryList, Folded, replaced, without } from '#web/staff/entry.tsx';
import { Choice, Lines, Text } from '#web/staff/inputs.tsx';
import { instantOf, localOf } from '#web/staff/local-moments.ts';
import type { SectionProps } from '#web/staff/section.tsx';
import type { Absence, AbsenceReason } from '#web/staff/staff-value.ts';
import { WhenEditor } from '#web/staff/when-editor.tsx';
import { t } from '#web/words/words.ts';

const aNew = (reason: AbsenceReason, recurring: Absence['recurring']): Absence => ({
  reason,
  recurring,
  note: null,
  operatorNote: null,
  calls: 'closed',
  colleagues: [],
  from: null,
  until: null,
});

const reasonOptions = () => Object.entries(t.parts.reasons).map(([value, label]) => ({ value, label }));

interface OneProps {
  at: string;
  absence: Absence;
  colleagues: readonly Colleague[];
  change: (part: Partial<Absence>) => void;
}

function AbsenceFields({ at, absence, colleagues, change }: OneProps) {
  const words = t.staff;
  const asked = absence.colleagues;
  const moment = (part: 'from' | 'until') => ({
    at: `${at}/${part}`,
    label: t.parts[part],
    type: 'datetime-local' as const,
    value: absence[part] ? localOf(absence[part]) : '',
    onChange: (local: string) => change({ [part]: instantOf(local) }),
  });
  return (
    <>
      <Choice
        at={`${at}/reason`}
        label={words.reason}
        hint={words.reasonHint}
        value={absence.reason}
        options={reasonOptions()}
        onChange={(reason) => change({ reason: reason as AbsenceReason })}
      />
      {absence.recurring ? (
        <WhenEditor at={`${at}/recurring`} value={absence.recurring} onChange={(recurring) => change({ recurring })} />
      ) : (
        <div class="pair">
          <Text {...moment('from')} hint={words.emptyIsNow} />
          <Text {...moment('until')} />
        </div>
      )}
      <Text
        at={`${at}/note`}
        label={absence.reason === 'other' ? words.noteOther : words.note}
        optional={absence.reason !== 'other'}
        value={absence.note}
        onChange={(note) => change({ note })}
      />
      <Lines
        at={`${at}/operatorNote`}
        label={words.operatorNote}
        optional
        value={absence.operatorNote}
        onChange={(operatorNote) => change({ operatorNote })}
      />
      <Check
        label={words.callsOpen}
        checked={absence.calls === 'open'}
        onChange={(open) => change({ calls: open ? 'open' : 'closed' })}
      />
      {[...asked, ...(asked.length < 5 ? [''] : [])].map((staffId, index) => (
        <ColleagueChoice
          key={staffId}
          at={`${at}/colleagues/${index}`}
          label={`${words.askInstead} ${index + 1}`}
          value={staffId}
          colleagues={colleagues.filter(({ id }) => id === staffId || !asked.includes(id))}
          onChange={(chosen) =>
            change({ colleagues: [...asked.slice(0, index), chosen, ...asked.slice(index + 1)].filter(Boolean) })
          }
        />
      ))}
    </>
  );
}

export function Absences({ value, set, colleagues }: SectionProps & { colleagues: readonly Colleague[] }) {
  const words = t.staff;
  const { absences } = value;
  const add = (one: Absence) => set({ absences: [...absences, one] });
  return (
    <EntryList title={words.absenceList} hint={words.absencesHint}>
      {absences.length === 0 && <p class="quiet">{words.noAbsences}</p>}
      {absences.map((absence, at) => (
        <Folded
          key={absence.id ?? at}
          at={`absences/${at}`}
          title={absenceTitle(absence)}
          isNew={absence.id === undefined}
          onRemove={() => set({ absences: without(absences, at) })}
        >
          <AbsenceFields
            at={`absences/${at}`}
            absence={absence}
            colleagues={colleagues}
            change={(part) => set({ absences: replaced(absences, at, part) })}
          />
        </Folded>
      ))}
      <div class="buttons">
        <Button onPress={() => add(aNew('meeting', null))}>{words.addAbsence}</Button>
        <Button onPress={() => add(aNew('lunch', { days: ['mon', 'tue', 'wed', 'thu', 'fri'] }))}>
          {words.addRecurring}
        </Button>
      </div>
    </EntryList>
  );
}
