// Somebody else has changed the same: both versions side by side, and a choice for each.
import { useMemo, useState } from 'preact/hooks';
import { Button } from '#web/parts/button.tsx';
import { Radios } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { fieldTitle, sideWords } from '#web/staff/clash-words.ts';
import type { Colleague } from '#web/staff/colleagues.tsx';
import { mergeEdits } from '#web/staff/merge-edits.ts';
import { editable, type StaffMember, type StaffValue, tidied } from '#web/staff/staff-value.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

interface Props {
  base: StaffValue;
  mine: StaffValue;
  theirs: StaffMember;
  colleagues: readonly Colleague[];
  busy: boolean;
  onSave: (value: StaffValue) => void;
  /** Closes, with what was chosen in the form. */
  onLook: (value: StaffValue) => void;
}

export function ConflictDialog({ base, mine, theirs, colleagues, busy, onSave, onLook }: Props) {
  const words = t.staff;
  const [chosen, setChosen] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({});
  const three = useMemo(() => ({ base, mine: tidied(mine), theirs: editable(theirs) }), [base, mine, theirs]);
  const { value, clashes, taken } = mergeEdits(three, (id) => chosen[id] ?? 'mine');
  return (
    <Dialog open title={words.clashTitle} onClose={() => onLook(value)}>
      <div class="form">
        <p>{words.clashIntro(whenWords(theirs.updatedAt, Date.now(), language()))}</p>
        {clashes.map((clash) => (
          <Radios
            key={clash.id}
            legend={fieldTitle(clash.field, clash.part)}
            value={chosen[clash.id] ?? 'mine'}
            options={(['mine', 'theirs'] as const).map((side) => ({
              value: side,
              label: (
                <>
                  <strong>{side === 'mine' ? words.yours : words.theirs}</strong>{' '}
                  <span class="read-side">{sideWords(clash, clash[side], colleagues)}</span>
                </>
              ),
            }))}
            onChange={(side) => setChosen({ ...chosen, [clash.id]: side })}
          />
        ))}
        {taken.length > 0 && <p class="quiet">{words.taken(taken.map((field) => fieldTitle(field)).join(', '))}</p>}
        <div class="buttons">
          <Button kind="primary" busy={busy} onPress={() => onSave(value)}>
            {words.saveSo}
          </Button>
          <Button onPress={() => onLook(value)}>{words.lookFirst}</Button>
        </div>
      </div>
    </Dialog>
  );
}
