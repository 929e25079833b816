// What callers are told: keywords to be found by, the answer that always holds, and those of certain times.
import { Button } from '#web/parts/button.tsx';
import { Chips } from '#web/parts/chips.tsx';
import { EntryList, Folded, replaced, without } from '#web/staff/entry.tsx';
import { Lines, nameOf, Text, useError } from '#web/staff/inputs.tsx';
import type { SectionProps } from '#web/staff/section.tsx';
import type { AnswerNote } from '#web/staff/staff-value.ts';
import { WhenEditor } from '#web/staff/when-editor.tsx';
import { whenRuleWords } from '#web/staff/when-words.ts';
import { t } from '#web/words/words.ts';

const titleOf = (note: AnswerNote): string => {
  if (note.text === '' && note.name === null) return t.staff.newAnswer;
  return [note.name, whenRuleWords(note.when)].filter(Boolean).join(': ');
};

export function AnswerFields({ value, set }: SectionProps) {
  const words = t.staff;
  const notes = value.answerNotes;
  const change = (at: number, part: Partial<AnswerNote>) => set({ answerNotes: replaced(notes, at, part) });
  return (
    <>
      <Chips
        label={words.keywords}
        hint={words.keywordsHint}
        name={nameOf('keywords')}
        error={useError('keywords')}
        words={value.keywords}
        onChange={(keywords) => set({ keywords })}
      />
      <Lines
        at="answerNote"
        label={words.answerNote}
        hint={words.answerNoteHint}
        optional
        value={value.answerNote}
        onChange={(answerNote) => set({ answerNote })}
      />
      <EntryList title={words.answerNotes} hint={words.answerNotesHint}>
        {notes.map((note, at) => (
          <Folded
            key={note.id ?? at}
            at={`answerNotes/${at}`}
            title={titleOf(note)}
            isNew={note.id === undefined}
            onRemove={() => set({ answerNotes: without(notes, at) })}
          >
            <Text
              at={`answerNotes/${at}/name`}
              label={words.answerName}
              optional
              value={note.name}
              onChange={(name) => change(at, { name })}
            />
            <Lines
              at={`answerNotes/${at}/text`}
              label={words.answerText}
              value={note.text}
              onChange={(text) => change(at, { text })}
            />
            <WhenEditor
              at={`answerNotes/${at}/when`}
              ofClient
              value={note.when}
              onChange={(when) => change(at, { when })}
            />
          </Folded>
        ))}
        <Button onPress={() => set({ answerNotes: [...notes, { name: null, when: {}, text: '' }] })}>
          {words.addAnswer}
        </Button>
      </EntryList>
    </>
  );
}
