// What is hidden of one record, passage by passage: what a machine has marked, whole fields, or what a person copies out.
import { useState } from 'preact/hooks';
import { Check } from '#web/parts/check.tsx';
import { Dialog } from '#web/parts/dialog.tsx';
import { codeWord, type Finding, type FindingField, type Mask, tells } from '#web/privacy/findings.ts';
import { Form, Text } from '#web/privacy/form.tsx';
import { useSending } from '#web/privacy/sending.ts';
import { t } from '#web/words/words.ts';

const keyOf = ({ code, passage = '' }: Mask): string => `${code}\n${passage}`;

/** What is marked: a field that is somebody else's as a whole, as a number is, is hidden as a whole. */
export const markedIn = ({ code, value, others }: FindingField): Mask[] =>
  others.map((passage) => (passage === value ? { code } : { code, passage }));

/** Everything that can be ticked: the marked passages, and each field that tells something as a whole. */
export const choicesOf = (fields: readonly FindingField[]): Mask[] =>
  fields
    .filter(tells)
    .flatMap((field) => [...markedIn(field).filter(({ passage }) => passage !== undefined), { code: field.code }]);

/** Lines that somebody has copied out, each in the field in which it stands. @returns undefined for one that stands nowhere. */
export function masksOf(fields: readonly FindingField[], lines: string): Mask[] | undefined {
  const wanted = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const found = wanted.map((passage) =>
    fields.filter(({ value }) => value.includes(passage)).map(({ code }): Mask => ({ code, passage })),
  );
  return found.some((masks) => masks.length === 0) ? undefined : found.flat();
}

interface Props {
  finding: Finding;
  onClose: () => void;
  onChosen: (masks: Mask[]) => void;
}

export function MaskDialog({ finding: { fields, masks }, onClose, onChosen }: Props) {
  const words = t.privacy.findings;
  const choices = choicesOf(fields);
  const known = new Set(choices.map(keyOf));
  const marked = fields.flatMap(markedIn);
  const [chosen, setChosen] = useState(new Set((masks.length > 0 ? masks : marked).map(keyOf)));
  const own = masks.filter((mask) => !known.has(keyOf(mask))).map(({ passage }) => passage ?? '');
  const [more, setMore] = useState(own.join('\n'));
  const sending = useSending();

  function save(): void {
    const written = masksOf(fields, more);
    if (sending.refuse(written ? {} : { '/more': words.notThere }) || !written) return;
    onChosen([...choices.filter((one) => chosen.has(keyOf(one))), ...written]);
  }

  const tick = (mask: Mask) => (is: boolean) => {
    const next = new Set(chosen);
    if (is) next.add(keyOf(mask));
    else next.delete(keyOf(mask));
    setChosen(next);
  };

  return (
    <Dialog open title={words.chooseTitle} onClose={onClose}>
      <Form sending={sending} submit={words.saveMasks} onSubmit={save}>
        <p class="quiet">{words.chooseHint}</p>
        <div>
          {choices.map((mask) => (
            <Check
              key={keyOf(mask)}
              label={mask.passage ?? words.wholeField(codeWord(mask.code))}
              checked={chosen.has(keyOf(mask))}
              onChange={tick(mask)}
            />
          ))}
        </div>
        <Text
          sending={sending}
          at="/more"
          label={words.more}
          hint={words.moreHint}
          value={more}
          onChange={setMore}
          lines={3}
          optional
        />
      </Form>
    </Dialog>
  );
}
