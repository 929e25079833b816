// Somebody tells the operator that they are away: Enter, and the number of the choice.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { AbsenceDialog } from '#web/desk/absence-dialog.tsx';
import type { PersonHit } from '#web/desk/desk-types.ts';
import { Button } from '#web/parts/button.tsx';
import { t } from '#web/words/words.ts';

interface Props {
  clientId: string;
  person: PersonHit;
  /** The words to say are others now. */
  onChanged: () => void;
}

const loaded = signal<typeof AbsenceDialog | undefined>(undefined);

/** The dialog is loaded with the first person who is shown: the first view does without. */
export function SetAbsence({ clientId, person, onChanged }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    void import('#web/desk/absence-dialog.tsx').then(
      (room) => {
        loaded.value = room.AbsenceDialog;
      },
      () => undefined,
    );
  }, [isOpen]);
  const Choices = loaded.value;
  if (!person.availability) return null;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        {person.availability.state === 'away' ? t.desk.changeAbsence : t.desk.setAbsence}
      </Button>
      {isOpen && Choices && (
        <Choices clientId={clientId} person={person} onClose={() => setIsOpen(false)} onChanged={onChanged} />
      )}
    </>
  );
}
